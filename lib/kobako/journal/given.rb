# frozen_string_literal: true

module Kobako
  class Journal
    # An answer that was given for a call, in the place of the service's.
    #
    # @api private
    class Given
      # Any request will do.
      REQUEST = Codec::Encoder.encode(["Given", "call", [], {}, false]).freeze
      private_constant :REQUEST

      # @return [Catalog::Handles]
      attr_reader :handles

      # @param handles [Catalog::Handles]
      # @param value [Object, Fault]
      def initialize(handles, value)
        @handles = handles
        @value = value
      end

      # @param execution [Execution]
      # @return [String] bytes
      # @raise [ArgumentError] when the value cannot cross
      def response(execution) = execution.respond(self, REQUEST)

      # @return [Object, Fault]
      def answer(*) = @value

      # @raise [Codec::Error] always
      def unread(error) = raise(error)

      # @raise [ArgumentError] always
      def unsent(_target, _name, error)
        raise error unless error.is_a?(Codec::UnsupportedType)

        raise ArgumentError, "the answer cannot cross: #{error.message}"
      end
    end
  end
end
