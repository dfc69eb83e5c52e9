# frozen_string_literal: true

module Kobako
  class Job
    # Why a job's run failed, as plain text and numbers.
    class Failure
      FIELDS = %w[error klass message backtrace filename line].freeze
      private_constant :FIELDS

      # @return [String] name of the error's class on the host, such as "Kobako::SandboxError"
      attr_reader :error
      # @return [String, nil] name of the exception's class in the script
      attr_reader :klass
      # @return [String]
      attr_reader :message
      # @return [Array<String>] lines of the script, the innermost first
      attr_reader :backtrace
      # @return [String, nil] name of the code that failed
      attr_reader :filename
      # @return [Integer, nil] its line
      attr_reader :line

      class << self
        # @api private
        # @param error [Kobako::Error]
        # @return [Failure]
        def of(error)
          script = error.is_a?(ScriptBacktrace)
          new(error: error.class.name, message: error.message, klass: (error.klass if script),
              backtrace: script ? error.backtrace_lines : [], filename: (error.filename if script),
              line: (error.line if script))
        end

        # @api private
        # @param fields [Document]
        # @return [Failure]
        # @raise [JobError] when they are none
        def read(fields)
          texts = %w[error klass message filename].to_h { |name| [name.to_sym, text(fields.value(name), name)] }
          backtrace = fields.value("backtrace") || []
          raise JobError, "backtrace of the failure is no Array" unless backtrace.is_a?(Array)

          backtrace.each { |line| text(line, "backtrace") }
          line = fields.fetch("line", Integer, NilClass)
          raise JobError, "the failure has no error or no message" unless texts[:error] && texts[:message]

          new(**texts, backtrace:, line:)
        end

        private

        def text(value, name)
          return value if value.nil? || value.is_a?(String)

          raise JobError, "#{name} of the failure is a #{value.class}, expected text"
        end
      end

      # @api private
      # @param error [String]
      # @param message [String]
      # @param klass [String, nil]
      # @param backtrace [Array<String>]
      # @param filename [String, nil]
      # @param line [Integer, nil]
      def initialize(error:, message:, klass: nil, backtrace: [], filename: nil, line: nil)
        @error, @klass, @message, @backtrace, @filename, @line =
          Ractor.make_shareable([error, klass, message, backtrace, filename, line], copy: true)
        freeze
      end

      # @return [Hash{Symbol => Object}]
      def to_h = { error:, klass:, message:, backtrace:, filename:, line: }

      # @return [Hash{Symbol => Object}] for pattern matching
      def deconstruct_keys(_keys) = to_h

      # @return [String] such as "Kobako::SandboxError: divided by 0 (import.rb:3)"
      def to_s = "#{error}: #{message}#{" (#{filename}:#{line})" if line}"

      # @return [String]
      def inspect = "#<#{self.class} #{self}>"

      # @return [Boolean] by value
      def ==(other) = other.is_a?(Failure) && to_h == other.to_h
      alias eql? ==

      # @return [Integer] by value
      def hash = to_h.hash

      # @api private
      # @return [Hash{String => Object}] of JSON
      def dump = to_h.compact.to_h { |name, value| [name.name, name == :line ? value : Value.dump(value)] }
    end
  end
end
