# frozen_string_literal: true

module Kobako
  class Journal
    # When the calls were made that one run recorded: for who looks at a journal. No run hangs on it.
    #
    # @api private
    class Times
      # Of the clock and of what is told of calls.
      PER_SECOND = 1_000_000
      HEAD = "Q>N"
      HEAD_BYTES = 12
      MOST = 1 << 63
      private_constant :PER_SECOND, :HEAD, :HEAD_BYTES, :MOST

      class << self
        # @param calls [Array<Call>] of the run, replayed ones first
        # @param duration [Float] seconds since the run's start
        # @return [Times, nil] nil when nobody was asked
        def of(calls, duration)
          first = calls.index { |call| !call.replayed? } or return
          begun = (Process.clock_gettime(Process::CLOCK_REALTIME) - duration) * PER_SECOND
          new(begun.to_i, first, calls.drop(first).map { |call| [call.start, call.duration] })
        end

        # @param bytes [String] of an entry
        # @return [Times]
        # @raise [JournalError] when it is none
        def read(bytes)
          begun, first, *numbers = bytes.unpack("#{HEAD}w*") if bytes.bytesize >= HEAD_BYTES
          sound = first && numbers.size.even? && numbers.all? { |number| number < MOST }
          raise JournalError, "times in the journal are none" unless sound

          new(begun, first, numbers.map { |number| number.fdiv(PER_SECOND) }.each_slice(2).to_a)
        rescue ArgumentError
          raise JournalError, "times in the journal are none"
        end
      end

      # @return [Integer] microseconds from the epoch to the run's start
      attr_reader :begun
      # @return [Integer] calls of the journal before
      attr_reader :first
      # @return [Array<Array(Float, Float)>] of each call from there on, seconds from the run's start, and its duration
      attr_reader :calls

      # @param begun [Integer]
      # @param first [Integer]
      # @param calls [Array<Array(Float, Float)>]
      def initialize(begun, first, calls)
        @begun = begun
        @first = first
        @calls = calls.freeze
        freeze
      end

      # @return [String] the bytes of an entry
      def write
        numbers = [begun, first]
        calls.each { |start, duration| numbers.push((start * PER_SECOND).to_i, (duration * PER_SECOND).to_i) }
        numbers.pack("#{HEAD}w*")
      end
    end
  end
end
