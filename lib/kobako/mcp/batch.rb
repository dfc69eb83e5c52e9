# frozen_string_literal: true

module Kobako
  module MCP
    # The responses to several messages that came in one line, which go out in one line.
    #
    # @api private
    class Batch
      # @param size [Integer] messages
      # @yieldparam responses [Array<Hash>] once, when each message is dealt with, unless there are none
      def initialize(size, &write)
        @awaited = size
        @write = write
        @responses = []
        @lock = Mutex.new
      end

      # @param response [Hash, nil] to one message; nil when there is none
      def add(response)
        responses = @lock.synchronize do
          @responses << response if response
          @awaited -= 1
          @responses if @awaited.zero? && @responses.any?
        end
        @write.call(responses) if responses
      end
    end
  end
end
