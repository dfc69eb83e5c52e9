require "digest"

__define_digest("SHA1")
