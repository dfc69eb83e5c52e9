# frozen_string_literal: true

module Kobako
  # Hands on a guest's output in pieces of text that end with a whole character.
  #
  # @api private
  class OutputListener
    # A character of UTF-8 that has begun and is not whole.
    INCOMPLETE = /(?:[\xC2-\xDF]|[\xE0-\xEF][\x80-\xBF]?|[\xF0-\xF4][\x80-\xBF]{0,2})\z/n
    private_constant :INCOMPLETE

    # @param block [#call] takes a stream's name and text
    def initialize(block)
      @block = block
      @left = { stdout: "".b, stderr: "".b }
    end

    # @param stream [Symbol] :stdout or :stderr
    # @param bytes [String]
    def call(stream, bytes)
      bytes = @left[stream] << bytes
      whole = bytes.bytesize - bytes[INCOMPLETE].to_s.bytesize
      @left[stream] = bytes.byteslice(whole..)
      give(stream, bytes.byteslice(0, whole))
    end

    # Hands on what is left.
    def finish
      left = @left
      @left = { stdout: "".b, stderr: "".b }
      left.each { |stream, bytes| give(stream, bytes) }
    end

    private

    def give(stream, bytes) = bytes.empty? || @block.call(stream, Capture.text(bytes))
  end
end
