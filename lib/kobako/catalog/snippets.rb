# frozen_string_literal: true

require_relative "../snippet/source"
require_relative "../snippet/binary"

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
        @names = {}
        @bytes = FRAME_BYTES
      end

      # @param snippet [Snippet::Source, Snippet::Binary]
      # @yield [snippet] to check it; what the block raises leaves the table as it was
      # @raise [ArgumentError] when its name is taken, the table is full, or sealed
      def add(snippet)
        name = snippet.name
        raise ArgumentError, "the sandbox is sealed by its first invocation (preload before it)" if frozen?
        raise ArgumentError, "snippet #{name} is preloaded already (choose another name:)" if name && @names.key?(name)

        bytes = @bytes + snippet.size + FRAME_BYTES
        if bytes > MAX_BYTES
          raise ArgumentError, "the snippets have #{bytes} bytes, the limit is #{MAX_BYTES} (preload less code)"
        end

        yield snippet if block_given?
        @bytes = bytes
        @names[name] = true if name
        @snippets << snippet
      end

      # Ends preloading.
      def seal
        @snippets.freeze
        @names.freeze
        freeze
      end

      # @return [String] encoded for the guest
      def encode = Codec::Encoder.encode(@snippets.map(&:to_wire))
    end
  end
end
