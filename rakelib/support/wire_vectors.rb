# frozen_string_literal: true

require "json"

# The messages of spec/fixtures/wire_vectors.json that decode. Its head explains
# the notation.
module WireVectors
  FILE = File.expand_path("../../spec/fixtures/wire_vectors.json", __dir__)

  class << self
    # Each value's bytes, a binary String.
    def values
      messages("values")
    end

    # Each envelope's bytes, a binary String.
    def envelopes
      messages("envelopes")
    end

    private

    def messages(part)
      rows = JSON.parse(File.read(FILE)).fetch(part)
      rows.values_at("canonical", "accepted").flatten.map { |row| bytes(row.fetch("bytes")) }
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
