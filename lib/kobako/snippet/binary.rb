# frozen_string_literal: true

module Kobako
  # What a sandbox runs before each program.
  #
  # @api private
  module Snippet
    # Guest code as RITE bytecode, which the guest verifies when it replays it.
    class Binary
      # @return [String] bytes
      attr_reader :body

      # @param body [String] bytes
      # @raise [ArgumentError] for anything else
      def initialize(body)
        raise ArgumentError, "binary: is a #{body.class}, expected a String of bytecode" unless body.is_a?(String)

        @body = body.b.freeze
        freeze
      end

      # @return [nil] bytecode carries its own file names
      def label = nil

      # @return [Integer] bytes, for the limit of the table
      def size = @body.bytesize

      # @return [Hash] as the guest reads it
      def to_wire = { "kind" => "bytecode", "body" => body }
    end
  end
end
