# frozen_string_literal: true

require_relative "source"

module Kobako
  module Snippet
    # Guest code as Ruby source that runs when a script requires it, under the file name "feature.rb".
    class Library < Source
      FEATURE = %r{\A[\w-]+(?:[./][\w-]+)*\z}
      # Bytes of a name.
      MAX_NAME = 255
      private_constant :FEATURE, :MAX_NAME

      # @param name [String] what `require` takes, with or without ".rb"
      # @param body [String] text
      # @raise [ArgumentError] for another name, or a body that is no UTF-8 text
      def initialize(name, body)
        @name = feature(name)
        raise ArgumentError, "the code of #{label} is a #{body.class}, expected Ruby source" unless body.is_a?(String)

        @body = utf8(body).freeze
        freeze
      end

      # @return [String]
      def label = "library #{name.inspect}"

      # @return [Hash] as the guest reads it
      def to_wire = { "name" => name, "kind" => "library", "body" => body }

      private

      def feature(name)
        text = name.is_a?(String) && name.encoding.ascii_compatible? ? name.delete_suffix(".rb") : ""
        return text.dup.freeze if text.ascii_only? && text.bytesize <= MAX_NAME && text.match?(FEATURE)

        raise ArgumentError, "library name is #{name.inspect}, expected what `require` takes, such as " \
                             "\"acme/pricing\" (at most #{MAX_NAME} letters, digits, _, -, . and /)"
      end

      def file = "#{name}.rb"

      def operation = "Sandbox#library"
    end
  end
end
