# frozen_string_literal: true

require "digest"

__define_digest("MD5")
