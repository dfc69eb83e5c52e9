require "securerandom"
[SecureRandom.hex(4), SecureRandom.uuid]
