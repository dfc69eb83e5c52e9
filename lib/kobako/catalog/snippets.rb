# frozen_string_literal: true

require_relative "../snippet/source"
require_relative "../snippet/binary"
require_relative "../snippet/library"

module Kobako
  module Catalog
    # The snippets of one sandbox in the order of their replay, until its first invocation seals them.
    class Snippets
      # Bytes that the guest reads in one message.
      MAX_BYTES = Codec::MAX_BYTES
      # Bytes of a snippet's frame in that message, at most.
      FRAME_BYTES = 64
      private_constant :FRAME_BYTES

      def initialize
        @snippets = []
        @labels = {}
        @bytes = FRAME_BYTES
      end

      # @param snippet [Snippet::Source, Snippet::Library, Snippet::Binary]
      # @yield [snippet] to check it; what the block raises leaves the table as it was
      # @raise [ArgumentError] when its name is taken, the table is full, or sealed
      def add(snippet)
        label = snippet.label
        raise ArgumentError, "the sandbox is sealed by its first invocation (preload before it)" if frozen?
        raise ArgumentError, "#{label} is preloaded already (choose another name)" if label && @labels.key?(label)

        bytes = @bytes + snippet.size + FRAME_BYTES
        if bytes > MAX_BYTES
          raise ArgumentError, "the snippets have #{bytes} bytes, the limit is #{MAX_BYTES} (preload less code)"
        end

        yield snippet if block_given?
        @bytes = bytes
        @labels[label] = true if label
        @snippets << snippet
      end

      # Ends preloading.
      def seal
        @snippets.freeze
        @labels.freeze
        freeze
      end

      # @return [Array<Snippet::Source, Snippet::Library, Snippet::Binary>] in the order of their replay
      def to_a = @snippets.dup

      # @return [String] encoded for the guest
      def encode = Codec::Encoder.encode(@snippets.map(&:to_wire))
    end
  end
end
