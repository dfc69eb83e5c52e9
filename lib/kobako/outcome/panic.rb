# frozen_string_literal: true

module Kobako
  module Outcome
    # The guest's record of the exception that ended an invocation.
    class Panic
      # Guest exception classes that the host raises as a class of its own.
      ERRORS = { "Kobako::BytecodeError" => BytecodeError }.freeze
      private_constant :ERRORS

      # @param bytes [String] the encoded record, without its tag
      # @return [Panic]
      # @raise [Transport::Error] when it is malformed
      def self.decode(bytes)
        record = Codec::Decoder.decode(bytes)
        raise Transport::Error, "panic record is a #{record.class}, expected a map" unless record.is_a?(Hash)

        new(record)
      rescue Codec::Error => e
        raise Transport::Error, "panic record cannot be decoded: #{e.message}"
      end

      # @return [String] "service" or "sandbox"
      attr_reader :origin
      # @return [String]
      attr_reader :klass
      # @return [String]
      attr_reader :message
      # @return [Array<String>]
      attr_reader :backtrace
      # @return [Object, nil]
      attr_reader :details

      # @return [SandboxError, ServiceError] the exception for the host to raise
      def to_error
        return undefined_entrypoint if undefined_entrypoint?

        error = origin == "service" ? ServiceError : ERRORS.fetch(klass, SandboxError)
        error.new(message, origin:, klass:, backtrace_lines: backtrace, details:)
      end

      private

      def initialize(record)
        @origin = text(record, "origin")
        @klass = text(record, "class")
        @message = text(record, "message")
        @backtrace = lines(record["backtrace"])
        @details = record["details"]
        freeze
      end

      # The guest says which constant it was to call, and which there are.
      def undefined_entrypoint?
        origin == "sandbox" && klass == "NameError" && details.is_a?(Hash) && details["name"].is_a?(Symbol) &&
          details["available"].is_a?(Array) && details["available"].all?(Symbol)
      end

      def undefined_entrypoint
        UndefinedEntrypointError.new(message, name: details["name"], available: details["available"].freeze,
                                              origin:, klass:, backtrace_lines: backtrace)
      end

      def text(record, key)
        value = record[key]
        return value if value.is_a?(String)

        raise Transport::Error, "panic record has #{key} #{value.class}, expected a String"
      end

      def lines(value)
        return [].freeze if value.nil?
        return value.freeze if value.is_a?(Array) && value.all?(String)

        raise Transport::Error, "panic record has a backtrace that is not a list of Strings"
      end
    end
  end
end
