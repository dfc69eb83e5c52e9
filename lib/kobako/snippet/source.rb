# frozen_string_literal: true

module Kobako
  module Snippet
    # Guest code as Ruby source, replayed under the file name "(snippet:Name)".
    class Source
      # @return [String] a constant's name, unique in its sandbox
      attr_reader :name
      # @return [String] UTF-8
      attr_reader :body

      # @param name [Symbol, String]
      # @param body [String] text
      # @raise [ArgumentError] for another name, or a body that is no UTF-8 text
      def initialize(name, body)
        @name = checked(name)
        raise ArgumentError, "code: is a #{body.class}, expected a String of Ruby source" unless body.is_a?(String)

        @body = utf8(body).freeze
        freeze
      end

      # @return [String] what errors call it; unique in its sandbox
      def label = "snippet #{name}"

      # @return [Integer] bytes, for the limit of the table
      def size = @body.bytesize + @name.bytesize

      # @return [Hash] as the guest reads it
      def to_wire = { "name" => name, "kind" => "source", "body" => body }

      # Compiles it without running it, in a guest of its own.
      #
      # @param runtime [Runtime]
      # @raise [SandboxError] when the guest cannot compile it
      # @raise [TrapError] when that goes over a limit of the sandbox
      def compile(runtime)
        runtime.eval("return\n#{body}", Location.before(file).encode)
      rescue TrapError => e
        raise e.class, e.message.sub("Sandbox#eval", operation)
      end

      private

      def checked(name) = Catalog::Name.constant(name, "snippet")

      def file = "(snippet:#{name})"

      def operation = "Sandbox#preload"

      def utf8(body)
        binary = body.encoding == Encoding::BINARY
        text = binary ? body.dup.force_encoding(Encoding::UTF_8) : body.encode(Encoding::UTF_8).dup
        return text if text.valid_encoding?

        raise ArgumentError, "code: of #{name} is not valid UTF-8 (write other bytes as \"\\xNN\")"
      rescue EncodingError => e
        raise ArgumentError, "code: of #{name} in #{body.encoding} cannot be turned into UTF-8: #{e.message}"
      end
    end
  end
end
