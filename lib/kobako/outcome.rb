# frozen_string_literal: true

module Kobako
  # The bytes by which an invocation ends: a tag, then a value or a panic record.
  module Outcome
    VALUE = Codec::OUTCOME_VALUE
    PANIC = Codec::OUTCOME_PANIC
    private_constant :VALUE, :PANIC

    class << self
      # @param snapshot [Snapshot]
      # @param operation [String] the call that is reported, for example "Sandbox#eval"
      # @param dispatcher [Transport::Dispatcher, nil] that answered the invocation's requests
      # @return [Object] the invocation's value
      # @raise as {decode}
      def of(snapshot, operation, dispatcher = nil)
        return decode(snapshot.outcome, operation, dispatcher) unless snapshot.value?

        value { snapshot.value(dispatcher&.handles) }
      end

      # @param bytes [String, nil] tag byte and payload
      # @param operation [String] the call that is reported, for example "Sandbox#eval"
      # @param dispatcher [Transport::Dispatcher, nil] that answered the invocation's requests
      # @return [Object] the invocation's value
      # @raise [TrapError] when there is no outcome or its tag is unknown
      # @raise [Transport::Error] when the value or the panic record cannot be decoded
      # @raise [SandboxError, ServiceError] as the panic record says
      def decode(bytes, operation, dispatcher = nil)
        case bytes&.getbyte(0)
        when VALUE then value { Codec::Decoder.decode(payload(bytes), dispatcher&.handles) }
        when PANIC then panic(Panic.decode(payload(bytes)), dispatcher)
        when nil then raise TrapError, "#{operation} failed: the guest left no outcome"
        else
          raise TrapError, "#{operation} failed: outcome tag is #{bytes.getbyte(0)}, expected #{VALUE} or #{PANIC}"
        end
      end

      private

      def payload(bytes) = bytes.byteslice(1, bytes.bytesize)

      # A service's own exception is the cause of the error that it led to.
      def panic(record, dispatcher)
        cause = record.origin == "service" ? dispatcher&.failures&.[](record.message) : nil
        cause ? raise(record.to_error, cause:) : raise(record.to_error)
      end

      def value
        yield
      rescue Codec::Error, Transport::Rejection => e
        raise Transport::Error, "result cannot be decoded: #{e.message}"
      end
    end
  end
end
