require "digest"

__define_digest("RMD160")
