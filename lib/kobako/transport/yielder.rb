# frozen_string_literal: true

require_relative "guest_exception"

module Kobako
  module Transport
    # The guest's block of one service call. It can be called until that call ends, from the thread and the
    # fiber that the call runs on, while no other call of the same invocation runs within it.
    class Yielder
      VALUE = 1
      BREAK = 2
      ERROR = 4
      private_constant :VALUE, :BREAK, :ERROR

      # @return [GuestException, nil] the latest that the block raised
      attr_reader :raised
      # @return [Exception, nil] what ended the invocation in the block, such as an interrupt
      attr_reader :ended

      # @param dispatcher [Dispatcher]
      # @param target [String, BasicObject] of the call
      def initialize(dispatcher, target)
        @dispatcher = dispatcher
        @target = target
        @fiber = Fiber.current
        @broken = @finished = false
      end

      # Calls the block.
      #
      # @param values [Array] what the service yields
      # @return [Object] the block's value, or what it gave to `break`
      # @raise [GuestException] when the block raised
      # @raise [LocalJumpError] when the call has ended
      # @raise [Kobako::Error] when it is called from elsewhere
      # @raise [TypeError] for a value that cannot cross
      # @raise [TrapError] when the guest was stopped
      def call(values)
        check
        response = yield_to_guest(arguments(values))
        case response.getbyte(0)
        when VALUE then @dispatcher.decode(payload(response))
        when BREAK
          @broken = true
          @dispatcher.decode(payload(response))
        when ERROR then raise(@raised = GuestException.new(record(payload(response))))
        else @dispatcher.violation("a yield response has the tag #{response.getbyte(0).inspect}")
        end
      end

      # @return [Boolean] whether the block ended the service's method
      def broken? = @broken

      # The service call is over.
      def finish = @finished = true

      private

      def check
        raise LocalJumpError, "the block of #{label} is called after its service call has ended" if @finished
        return if Fiber.current.equal?(@fiber) && @dispatcher.innermost?(self)

        raise Kobako::Error, "the block of #{label} can only be called by its service call, in the same thread " \
                             "and fiber (collect the values, and yield them from the service's own method)"
      end

      def yield_to_guest(arguments)
        @dispatcher.yield_to_guest(arguments)
      rescue Exception => e # rubocop:disable Lint/RescueException
        @ended = e
        raise
      end

      def arguments(values)
        Codec::Encoder.encode(values, @dispatcher.handles)
      rescue Codec::UnsupportedType => e
        raise TypeError, "the block of #{label} cannot take this: #{e.message}"
      end

      def label = Exposure.label(@target)

      def payload(response) = response.byteslice(1, response.bytesize)

      def record(bytes)
        record = @dispatcher.decode(bytes)
        return record if record.is_a?(Hash) && record["message"].is_a?(String) && record["class"].is_a?(String)

        @dispatcher.violation("a block's error record is not a map of class and message")
      end
    end
  end
end
