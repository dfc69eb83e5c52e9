# frozen_string_literal: true

module Kobako
  # Something that is wrong with code, or may be; found without running it.
  class Problem
    SEVERITIES = { "error" => :error, "warning" => :warning }.freeze
    private_constant :SEVERITIES

    # @return [Integer] of the code, from 1
    attr_reader :line
    # @return [Integer] characters before it in its line
    attr_reader :column
    # @return [String]
    attr_reader :message
    # @return [Symbol] :error when the code does not compile, :warning when it may not do what was meant
    attr_reader :severity

    # @param line [Integer]
    # @param column [Integer]
    # @param message [String]
    # @param severity [Symbol] :error or :warning
    def initialize(line:, column:, message:, severity: :error)
      @line = line
      @column = column
      @message = message.dup.freeze
      @severity = severity
      freeze
    end

    class << self
      # @api private
      # @param row [Array] severity, line, column and message, as the guest says it
      # @return [Problem]
      # @raise [Transport::Error] when it is none
      def of_row(row)
        severity, line, column, message = row if row.is_a?(Array) && row.size == 4
        unless SEVERITIES.key?(severity) && line.is_a?(Integer) && column.is_a?(Integer) && message.is_a?(String)
          raise Transport::Error, "the guest gave a #{row.class} that is no problem"
        end

        new(line:, column:, message:, severity: SEVERITIES[severity])
      end

      # @api private
      # @param details [Object] of a SandboxError
      # @return [Array<Problem>] empty when they list no errors of code
      def of_details(details)
        rows = details["problems"] if details.is_a?(Hash) && details["filename"].is_a?(String)
        return [].freeze unless rows.is_a?(Array) && rows.all?(Hash)

        rows.map { |row| of_row(["error", *row.values_at("line", "column", "message")]) }.freeze
      rescue Transport::Error
        [].freeze
      end
    end

    # @return [Boolean]
    def error? = severity == :error

    # @return [Boolean]
    def warning? = severity == :warning

    # @return [String] such as "3:7: error: unexpected ')'"
    def to_s = "#{line}:#{column}: #{severity}: #{message}"

    # @return [Hash{Symbol => Object}]
    def to_h = { line:, column:, message:, severity: }

    # @return [Hash{Symbol => Object}] for pattern matching
    def deconstruct_keys(_keys) = to_h

    # @return [Boolean] by value
    def ==(other) = other.is_a?(Problem) && to_h == other.to_h
    alias eql? ==

    # @return [Integer] by value
    def hash = to_h.hash

    # @return [String]
    def inspect = "#<#{self.class} #{self}>"
  end
end
