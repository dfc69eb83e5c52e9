# frozen_string_literal: true

# BigDecimal(), and numbers to and from other classes.
class BigDecimal
  PLAIN = /\A-?\d{1,15}(?:\.\d{1,15})?\z/
  NUMBER = /\A\s*\#?([+-]?)((?:\d(?:\d|_(?=[\d\s]|\z))*)?)(?:(\.)((?:\d(?:\d|_(?=\d))*)?))?
            (?:([eEdD])([+-]?(?:\d(?:\d|_(?=\d))*)?))?/x
  SPECIAL = /\A\s*(?:([+-]?)Infinity|NaN)\s*\z/
  SLACK = /\A\s*\z/
  # Digits of the longest exponent that can be one.
  LONGEST = 30
  private_constant :PLAIN, :NUMBER, :SPECIAL, :SLACK, :LONGEST

  class << self
    # The number at the beginning of the text, zero if there is none.
    def interpret_loosely(text)
      text = __string_of(text)
      raise ArgumentError, "string contains null byte" if text.include?("\0")

      __quick(text) || __read(text, false)
    end

    # What BigDecimal() makes of a value; digits is nil if they are not given.
    def __from(value, digits)
      case value
      when BigDecimal then digits ? __new(value.__n, value.__e) : __checked(value)
      when String then __from_text(value)
      when Integer then __whole(value)
      when Float then __from_float(value, digits)
      when Rational then __from_rational(value, digits)
      when Complex
        raise ArgumentError, "Unable to make a BigDecimal from non-zero imaginary number" if value.imaginary != 0

        __from(value.real, digits)
      else
        raise TypeError, "can't convert #{Numeric.__shown(value)} into BigDecimal" unless (text = __try_string(value))

        __from_text(text)
      end
    end

    def __whole(value)
      return __new(value, 0) if value % 10 != 0

      value == 0 ? ZERO : __unlimited { __made(value, 0) }
    end

    def __from_float(value, digits = 0)
      return __checked(NAN) if value.nan?
      return __infinity(value < 0 ? -1 : 1) if value.infinite?
      return __zero(1 / value < 0 ? -1 : 1) if value == 0
      raise ArgumentError, "can't omit precision for a Float." unless digits
      raise ArgumentError, "precision too large." if digits > FLOAT_DIGITS

      text = digits == 0 ? value.to_s : format("%.#{digits - 1}e", value)
      __unlimited { __float_digits(*text.split("e")) }
    end

    def __from_rational(value, digits)
      raise ArgumentError, "can't omit precision for a Rational." unless digits

      __whole(value.numerator).div(value.denominator, digits)
    end

    private

    def __from_text(text)
      raise ArgumentError, "string contains null byte" if text.include?("\0")

      __quick(text) || __read(text, true) ||
        raise(ArgumentError, "invalid value for BigDecimal(): \"#{text}\"")
    end

    # Most texts: a few digits and a point. Nil for others.
    def __quick(text)
      return unless text.match?(PLAIN)

      point = text.index(".")
      return __signed_whole(text) unless point

      n = "#{text[0, point]}#{text[point + 1, 15]}".to_i
      return __zero(text.start_with?("-") ? -1 : 1) if n == 0
      return __new(n, point + 1 - text.size) if n % 10 != 0

      __unlimited { __made(n, point + 1 - text.size) }
    end

    def __signed_whole(text)
      n = text.to_i
      n == 0 && text.start_with?("-") ? NEGATIVE_ZERO : __whole(n)
    end

    def __read(text, strict) = Regexp.__aside { __matched(text, strict) }

    def __matched(text, strict)
      if (special = SPECIAL.match(text))
        return __nan unless special[1]

        return __infinity(special[1] == "-" ? -1 : 1)
      end

      number = NUMBER.match(text)
      return if strict && !__whole_text?(number)

      whole = number[2].gsub("_", "")
      fraction = number[4].to_s.gsub("_", "")
      power = number[6].to_s.gsub("_", "")
      n = "#{whole}#{fraction}".to_i
      negative = number[1] == "-"
      return __zero(negative ? -1 : 1) if n == 0

      n = -n if negative
      return __outside_text(n, power) if power.size > LONGEST || power.to_i.abs > LAST_WORD

      __unlimited { __made(n, power.to_i - fraction.size) }
    end

    def __whole_text?(number)
      return false unless number && SLACK.match?(number.post_match)
      return false if number[2].empty? && number[4].to_s.empty?
      return false if number[3] && number[4].empty?

      !number[5] || number[6].match?(/\d/)
    end

    def __outside_text(n, power)
      return __zero(n) if power.start_with?("-")

      __report(EXCEPTION_INFINITY, "exponent overflow")
      __infinity(n)
    end

    # Of a seventeenth digit CRuby knows nothing.
    def __float_digits(digits, power = "0")
      whole, fraction = digits.split(".")
      fraction = "" if fraction.nil? || fraction == "0"
      text = "#{whole}#{fraction}"
      e = power.to_i - fraction.size
      significant = text.delete_prefix("-").sub(/\A0+/, "").size
      if significant > FLOAT_DIGITS
        text = text[0, text.size - (significant - FLOAT_DIGITS)]
        e += significant - FLOAT_DIGITS
      end
      __made(text.to_i, e)
    end
  end

  def to_i
    return __complain_or_zero unless @e
    return @n if @e == 0
    return @n * BigDecimal.__ten(@e) if @e > 0
    return 0 if exponent <= 0

    @n < 0 ? -(-@n / BigDecimal.__ten(-@e)) : @n / BigDecimal.__ten(-@e)
  end
  alias to_int to_i

  def to_r
    return Rational(__complain_or_zero, 1) unless @e

    @e < 0 ? Rational(@n, BigDecimal.__ten(-@e)) : Rational(@n * BigDecimal.__ten(@e), 1)
  end

  def to_f
    return __special_float unless @e
    return @n.to_f / TENS[-@e] if @e <= 0 && @e > -19 && @n < 9_007_199_254_740_992 && @n > -9_007_199_254_740_992

    word = BigDecimal.__word(@n, @e) * WORD
    float = word < -316 ? 0.0 : "#{@n}e#{@e}".to_f unless word > 317
    return float if float && float != 0 && !float.infinite?

    kind = float == 0 ? EXCEPTION_UNDERFLOW : EXCEPTION_OVERFLOW
    BigDecimal.__report(kind, "BigDecimal to Float conversion")
    __signed_float(float == 0 ? 0.0 : Float::INFINITY)
  end

  # How [other, self] are BigDecimals.
  def coerce(other)
    pair = __operand(other)
    raise TypeError, __not_coerced(other) unless pair

    [pair, self]
  end

  # The other number of an operation as a BigDecimal, nil for what is none.
  def __operand(other)
    case other
    when BigDecimal then other
    when Integer then BigDecimal.__whole(other)
    when Float then BigDecimal.__from_float(other)
    when Rational then BigDecimal.__from_rational(other, __words * WORD)
    end
  end

  private

  def __not_coerced(other)
    shown = other.is_a?(Symbol) ? other.inspect : Numeric.__shown(other)
    "#{shown} can't be coerced into BigDecimal"
  end

  def __complain_or_zero = zero? ? 0 : __complain

  def __special_float
    return Float::NAN if @n == 0

    __signed_float(zero? ? 0.0 : Float::INFINITY)
  end

  def __signed_float(float) = @n < 0 ? -float : float
end

module Kernel
  def BigDecimal(value, digits = (free = true) && nil, exception: true)
    if free
      plain = BigDecimal.__decimal(value)
      return plain if plain
    else
      digits = __integer_of(digits)
      raise ArgumentError, "negative precision" if digits < 0
    end
    BigDecimal.__from(value, digits)
  rescue ArgumentError, TypeError
    raise if exception
  end
  module_function :BigDecimal
end
