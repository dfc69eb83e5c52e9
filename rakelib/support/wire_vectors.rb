# frozen_string_literal: true

require "digest"
require "json"

# The messages of spec/fixtures/wire_vectors.json, whose head explains its notation.
module WireVectors
  FILE = File.expand_path("../../spec/fixtures/wire_vectors.json", __dir__)

  class << self
    # Each value's bytes, refused ones included.
    def values
      messages("values")
    end

    # Each envelope's bytes, refused ones included.
    def envelopes
      messages("envelopes")
    end

    private

    def messages(part)
      JSON.parse(File.read(FILE)).fetch(part).values.flatten.map { |row| bytes(row.fetch("bytes")) }
    end

    def bytes(notation)
      notation.split.map { |token| expand(*token.split("*")) }.join.b
    end

    def expand(token, times = 1)
      return Array.new(times.to_i) { |n| format("\xA5%05d\xC0".b, n) }.join if token == "pairs"

      (token.start_with?("'") ? token.delete_prefix("'").b : [token].pack("H*")) * times.to_i
    end
  end
end
