# frozen_string_literal: true

require_relative "guest_exception"

module Kobako
  module Transport
    # The guest's block of one service call. It can be called until that call ends, from the thread and the
    # fiber that the call runs on, while no other call of the same invocation runs within it.
    class Yielder
      # @return [GuestException, nil] the latest that the block raised
      attr_reader :raised
      # @return [Exception, nil] what ended the invocation in the block, such as an interrupt
      attr_accessor :ended

      # @param dispatcher [Dispatcher]
      # @param execution [Execution]
      # @param target [String, BasicObject] of the call
      def initialize(dispatcher, execution, target)
        @dispatcher = dispatcher
        @execution = execution
        @target = target
        @fiber = Fiber.current
        @broken = @finished = false
      end

      # Calls the block.
      #
      # @param values [Array] what the service yields
      # @return [Object] the block's value, or what it gave to `break`; a {GuestValue} for one that is long or cannot
      #   cross
      # @raise [GuestException] when the block raised
      # @raise [LocalJumpError] when the call has ended
      # @raise [Kobako::Error] when it is called from elsewhere
      # @raise [TypeError] for a value that cannot cross
      # @raise [TrapError] when the guest was stopped
      def call(values)
        check
        @execution.call_block(values, self)
      rescue Codec::UnsupportedType => e
        raise TypeError, "the block of #{label} cannot take this: #{e.message}"
      rescue RefusedValue => e
        raise TypeError, "the value of the block of #{label} cannot cross: #{e.message}"
      end

      # The block broke.
      #
      # @param value [Object]
      # @return [Object] the value
      def break(value)
        @broken = true
        value
      end

      # The block raised.
      #
      # @param record [Object] that the guest sent of its exception
      # @raise [GuestException] always, unless the record is none
      def fail(record)
        unless record.is_a?(Hash) && record["message"].is_a?(String) && record["class"].is_a?(String)
          violation("a block's error record is not a map of class and message")
        end

        raise(@raised = GuestException.new(record))
      end

      # The block's answer is none.
      #
      # @raise [TrapError] always
      def violation(reason) = @dispatcher.violation(reason)

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

      def label = Exposure::Label.of(@target)
    end
  end
end
