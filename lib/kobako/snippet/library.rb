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

      # @return [String]
      def label = "library #{name.inspect}"

      # @return [Hash] as the guest reads it
      def to_wire = { "name" => name, "kind" => "library", "body" => body }

      private

      # What `require` takes, without ".rb".
      def checked(name)
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
