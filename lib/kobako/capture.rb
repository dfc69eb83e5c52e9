# frozen_string_literal: true

module Kobako
  # What the guest wrote to one output stream in one invocation.
  class Capture
    # @return [String] frozen; UTF-8, or binary if the bytes are not valid UTF-8
    attr_reader :bytes

    # @param bytes [String] as the guest wrote them
    # @param truncated [Boolean] whether the guest wrote more than the limit
    def initialize(bytes, truncated: false)
      text = bytes.dup.force_encoding(Encoding::UTF_8)
      text.force_encoding(Encoding::BINARY) unless text.valid_encoding?
      @bytes = text.freeze
      @truncated = truncated
      freeze
    end

    # @return [Boolean] whether the output was cut at the limit
    def truncated? = @truncated

    # The output of a sandbox that has run nothing.
    EMPTY = new("")
  end
end
