require "digest"

__define_digest("MD5")
