# frozen_string_literal: true

class Date
  # What callers give, as whole numbers, texts, offsets and starts of the Gregorian calendar.
  module Arguments
    class << self
      def numeric(value, name)
        raise TypeError, "invalid #{name} (not numeric)" unless value.is_a?(Numeric)
      end

      def year(value)
        numeric(value, "year")
        value.is_a?(Integer) ? value : value.floor
      end

      def int(value, name)
        numeric(value, name)
        whole(value)
      end

      # A whole number, and the fraction of a `unit` (in days) above it.
      def split(value, name, unit = 1)
        numeric(value, name)
        return [value, 0] if value.is_a?(Integer)

        rest = value % 1
        [value.div(1), rest == 0 ? 0 : rest.quo(unit)]
      end

      def whole(value)
        value = value.to_i
        return value if value >= -2_147_483_648 && value <= 2_147_483_647
        raise RangeError, "bignum too big to convert into 'long'" if value.abs >= 1 << 63

        raise RangeError, "integer #{value} too #{value < 0 ? "small" : "big"} to convert to 'int'"
      end

      # One that no calendar begins with is taken for Italy's.
      def start(value)
        unless value.is_a?(Numeric)
          raise TypeError, "no implicit conversion to float from #{value.nil? ? "nil" : value.class.name.downcase}"
        end

        good = value == JULIAN || value == GREGORIAN || (value >= 2_298_874 && value <= 2_426_355)
        good ? value : ITALY
      end

      # Seconds of an offset in days or as a text; 0 for what is none.
      def offset(value)
        seconds = value.is_a?(String) ? zone_offset(value) : days(value) * 86_400
        seconds = seconds.round if seconds.is_a?(Float) || (seconds.is_a?(Rational) && !value.is_a?(String))
        seconds.is_a?(Integer) && seconds.abs <= 86_400 ? seconds : 0
      end

      # Seconds of a zone, nil for none.
      def zone_offset(text)
        require "date/zones"
        Zones.offset(text)
      end

      # A number of days that is an Integer, a Rational or a Float.
      def days(value)
        raise TypeError, "expected numeric" unless value.is_a?(Numeric)

        return value if value.is_a?(Integer) || value.is_a?(Rational) || value.is_a?(Float)

        exact = value.to_r
        raise TypeError, "wrong argument type #{value.class} (expected Rational)" unless exact.is_a?(Rational)

        exact
      end

      def text(value)
        return value if value.is_a?(String)
        return value.to_str if value.respond_to?(:to_str)

        shown = value.nil? || value == true || value == false ? value.inspect : value.class
        raise TypeError, "no implicit conversion of #{shown} into String"
      end

      def ascii(value, name)
        value = text(value)
        return value if value.encoding.ascii_compatible?

        raise ArgumentError, "#{name} should have ASCII compatible encoding"
      end

      # A text to parse, of so many bytes at most.
      def limited(value, limit)
        if value.is_a?(Symbol)
          warn("The ability to parse Symbol is an unintentional bug and is deprecated", category: :deprecated)
          value = value.name
        end
        value = ascii(value, "string")
        return value if limit.nil? || value.bytesize <= limit

        raise ArgumentError, "string length (#{value.bytesize}) exceeds the limit #{limit}"
      end
    end
  end
  private_constant :Arguments
end
