# frozen_string_literal: true

require "time"

module Kobako
  module CLI
    # Numbers, sizes and times as they are written after an option.
    #
    # @api private
    module Quantity
      UNITS = { "" => 1, "K" => 1 << 10, "M" => 1 << 20, "G" => 1 << 30 }.freeze
      SIZE = /\A(\d+)(?:([KMG])(?:i?B)?)?\z/i
      TIME = /\A\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?)?\z/i
      NONE = "none"
      private_constant :UNITS, :SIZE, :TIME, :NONE

      class << self
        # @param option [String] for the message
        # @param text [String] such as 512K, 10M or 1048576
        # @return [Integer] bytes
        # @raise [UsageError]
        def bytes(option, text)
          digits, unit = text.match(SIZE)&.captures
          size = digits.to_i * UNITS.fetch(unit.to_s.upcase)
          return size if size.between?(1, SandboxOptions::MAX_BYTES)

          wrong(option, text, "bytes above 0, such as 512K, 10M, 1G or 1048576")
        end

        # @param bytes [Integer]
        # @return [String] as {bytes} takes it
        def size(bytes)
          unit, factor = UNITS.reverse_each.find { |_, size| (bytes % size).zero? }
          "#{bytes / factor}#{unit}"
        end

        # @param option [String]
        # @param text [String] "none", or as in {bytes}
        # @return [Integer, nil] bytes, nil for no limit
        # @raise [UsageError]
        def bytes_or_none(option, text) = text == NONE ? nil : bytes(option, text)

        # @param option [String]
        # @param text [String] "none", or a number
        # @return [Float, nil] seconds, nil for no limit
        # @raise [UsageError]
        def seconds_or_none(option, text)
          return if text == NONE

          seconds = Float(text, exception: false) || 0.0
          return seconds if seconds.positive? && seconds.finite?

          wrong(option, text, "seconds above 0, such as 2 or 0.5, or none for no limit")
        end

        # @param option [String]
        # @param text [String]
        # @param range [Range]
        # @return [Integer]
        # @raise [UsageError]
        def integer(option, text, range = nil)
          number = Integer(text, 10, exception: false)
          return number if number && (range.nil? || range.cover?(number))

          wrong(option, text, range ? "an Integer from #{range.min} to #{range.max}" : "an Integer, such as 42")
        end

        # @param option [String]
        # @param text [String] fixed, host, or a date with or without a time; without a zone it is UTC
        # @return [Time, :host, nil] nil for the epoch
        # @raise [UsageError]
        def clock(option, text)
          return { "fixed" => nil, "host" => :host }[text] if %w[fixed host].include?(text)

          time(text) || wrong(option, text, "fixed (1970-01-01), host, or a time such as 2026-05-17 or " \
                                            "2026-05-17T12:00:00Z")
        end

        private

        def time(text)
          return unless text.match?(TIME)

          zoned = text.match?(/(?:Z|[+-]\d\d:?\d\d)\z/i) && text.include?(":")
          time = Time.parse(zoned ? text : "#{text} UTC")
          SandboxOptions.new(clock: time).clock
        rescue ArgumentError
          nil
        end

        def wrong(option, text, expected)
          raise UsageError, "#{option} #{text}: expected #{expected}"
        end
      end
    end
  end
end
