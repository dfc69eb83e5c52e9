# frozen_string_literal: true

# Square roots, powers, exponentials and logarithms, to the digits that CRuby's own steps lead to.
class BigDecimal
  # How often a root is bettered at least until it counts as found.
  STEPS = 100
  # Above it a power is infinite, or zero.
  HUGE = 0x3fffffffffffffff
  HALF = __new(5, -1)
  private_constant :STEPS, :HUGE, :HALF

  def sqrt(digits)
    digits = __precision_of(digits)
    return BigDecimal.__checked(self) if @e.nil? && @n != 0 && @n > -3
    raise FloatDomainError, "sqrt of negative value" if @n < 0
    raise FloatDomainError, "sqrt of 'NaN'(Not a Number)" if nan?
    return self if @n == 1 && @e == 0

    words = ([__words * (WORD + 1), digits + FLOAT_DIGITS + WORD].max + WORD - 1) / WORD
    BigDecimal.__unlimited { __root(words) }.__limited
  end

  # The nearest number of so many words.
  def __to_words(words)
    drop = (BigDecimal.__word(@n, @e) - words) * WORD - @e
    return self if drop <= 0

    quotient, rest = @n.abs.divmod(BigDecimal.__ten(drop))
    digit = rest / BigDecimal.__ten(drop - 1)
    # After a word of zeros CRuby drops what is left.
    quotient += 1 if quotient % BASE != 0 && BigDecimal.__digit_up?(digit, quotient, @n < 0)
    return BigDecimal.__zero(@n) if quotient == 0

    BigDecimal.__made(@n < 0 ? -quotient : quotient, @e + drop)
  end

  def **(other) = power(other)

  def power(other, digits = nil)
    digits = __integer_of(digits) unless digits.nil?
    return BigDecimal.__nan if nan?

    exponent = __integral(other)
    return __integer_power(exponent, digits) if exponent.is_a?(Integer)

    base, places = __exponent_of(exponent, digits)
    __fractional_power(base, exponent, places)
  end

  # Of zeros and infinities, and by zero.
  def self.__special_power(base, exponent)
    return __new(1, 0) if exponent == 0

    negative = base.__n < 0 && exponent.odd?
    return __infinity(negative ? -1 : 1) if exponent > 0 == !base.infinite?.nil?

    base.infinite? && negative ? NEGATIVE_ZERO : ZERO
  end

  private

  # Newton's method, in which the last digits may go in a circle for ever; CRuby stops somewhere in it.
  def __root(words)
    root = __first_root(words)
    size = 4
    until size >= words
      better = __better_root(root, size) or return root
      root = better
      size *= 2
    end
    steps = [words * WORD, STEPS].max - size.bit_length + 3
    found = [root]
    places = { root => 0 }
    while found.size <= steps
      root = __better_root(root, words) || (return found.last)
      from = places[root]
      return found[from + (steps - from) % (found.size - from)] if from

      places[root] = found.size
      found << root
    end
    root
  end

  # Nil if the root cannot be bettered by so many words.
  def __better_root(root, words)
    quotient, e = __divided(root, words)
    change = BigDecimal.__made(quotient, e) - root
    change.zero? ? nil : (root + (change * HALF).__to_words(words)).__to_words(words)
  end

  # The root as a Float has it, by words.
  def __first_root(words)
    word = BigDecimal.__word(@n, @e)
    high = __first_word
    value = 0.0
    value += high * (1.0 / BASE)
    low = __second_word(word)
    value += low * (1.0 / BASE / BASE)
    value /= BASE if word.odd?
    __words_of(Math.sqrt(value), (word + 1).div(2), words)
  end

  def __second_word(word)
    shift = @e - (word - 2) * WORD
    (shift >= 0 ? @n * BigDecimal.__ten(shift) : @n / BigDecimal.__ten(-shift)) % BASE
  end

  # A Float below 1 by BASE**word.
  def __words_of(value, word, words)
    while value < 1.0 / BASE
      value *= BASE
      word -= 1
    end
    n = 0
    count = 0
    while value > 0 && count < words
      value *= BASE
      part = value.to_i
      value -= part
      n = n * BASE + part
      count += 1
    end
    n += 1 if BigDecimal.__digit_up?((value * BASE).to_i / 100_000_000, n, false)
    BigDecimal.__made(n, (word - count) * WORD)
  end

  # An exponent as an Integer, if it is one, else as it is.
  def __integral(other)
    case other
    when Integer then other
    when Float then other == other.round ? other.to_i : other
    when Rational then other.denominator == 1 ? other.numerator : other
    when BigDecimal
      other.__complain if other.nan? || other.infinite?

      other.scale > 0 ? other : other.to_i
    else raise TypeError, "wrong argument type #{other.class} (expected scalar Numeric)"
    end
  end

  def __exponent_of(exponent, digits)
    places = digits || __words * WORD
    case exponent
    when Float then [BigDecimal.__from_float(exponent), digits ? places : places + FLOAT_DIGITS]
    when Rational then [BigDecimal.__from_rational(exponent, places), digits ? places : places * 2]
    else [exponent, digits ? places : places + exponent.__words * WORD]
    end
  end

  def __fractional_power(exponent, sign, places)
    return sign < 0 ? BigDecimal.__infinity(1) : ZERO if zero?

    if infinite?
      return BigDecimal.__zero(@n) if sign < 0
      raise Math::DomainError, "a non-integral exponent for a negative base" if @n < 0

      return BigDecimal.__infinity(1)
    end
    BigMath.exp(exponent.mult(BigMath.log(self, places + 1), places + 1), places)
  end

  def __integer_power(exponent, digits)
    return BigDecimal.__special_power(self, exponent) if exponent == 0 || @e.nil?
    return self if exponent == 1
    return BigDecimal.__made(@n < 0 && exponent.odd? ? -1 : 1, 0) if @e == 0 && @n.abs == 1
    return __huge_power(exponent) if exponent.abs > HUGE

    power = exponent > 0 ? __positive_power(exponent) : __negative_power(-exponent)
    power = power.__round(digits, BigDecimal.__rounding) if digits && power.__e
    power.__limited
  end

  # By more than a machine word. The signs are those of CRuby.
  def __huge_power(exponent)
    if exponent > 0 == self.exponent > 0
      BigDecimal.__infinity(exponent.even? ? @n : -@n)
    else
      BigDecimal.__zero(@n < 0 && exponent.even? ? -1 : 1)
    end
  end

  def __positive_power(exponent)
    n = @n**(@n.abs == 1 ? exponent & 1 : exponent)
    BigDecimal.__ranged(n, @e * exponent)
  end

  def __negative_power(exponent)
    power = __positive_power(exponent)
    return BigDecimal.__zero(1) unless power.__e
    return BigDecimal.__ranged(power.__n, -power.__e) if power.__n.abs == 1

    words = (__words * (WORD + 1) * (exponent + 1) + WORD - 1) / WORD
    quotient, e = BigDecimal.__new(1, 0).__divided(power, words + 2)
    BigDecimal.__ranged(power.__n < 0 ? -quotient : quotient, e).__to_words(words)
  end
end

# Functions of BigDecimals, to a number of digits.
module BigMath
  class << self
    def exp(value, digits)
      digits = __integer_of(digits)
      raise ArgumentError, "Zero or negative precision for exp" if digits <= 0

      x = __argument(value, digits)
      return x if x.nan?
      return x < 0 ? BigDecimal(0) : x if x.infinite?

      sum = __exp_series(x.abs, digits + BigDecimal.double_fig)
      return BigDecimal(1).div(sum, digits) if x < 0

      sum.round(digits - sum.exponent)
    end

    def log(value, digits)
      raise ArgumentError, "precision must be an Integer" unless digits.is_a?(Integer)
      raise ArgumentError, "Zero or negative precision for exp" if digits <= 0
      raise Math::DomainError, "Complex argument for BigMath.log" if value.is_a?(Complex)

      x = __argument(value, digits)
      return x if x.nan?
      raise Math::DomainError, "Zero or negative argument for log" if x <= 0
      return x if x.infinite?

      __log_of(x, digits)
    end

    # Adds terms while they change the sum. The block gets how many digits the next term needs.
    def __series(sum, term, digits)
      while term.nonzero?
        places = digits - (sum.exponent - term.exponent).abs
        break if places <= 0

        term = yield [places, BigDecimal.double_fig].max
        sum += term
      end
      sum
    end

    private

    def __argument(value, digits)
      case value
      when BigDecimal then value
      when Integer then BigDecimal(value)
      when Float then BigDecimal(value, 0)
      when Rational then BigDecimal(value, digits)
      else
        shown = value.is_a?(Symbol) ? value.inspect : Numeric.__shown(value)
        raise ArgumentError, "#{shown} can't be coerced into BigDecimal"
      end
    end

    def __exp_series(x, digits)
      term = BigDecimal(1)
      i = 0
      __series(term, term, digits) { |places| term = (term * x).div(i += 1, places) }
    end

    def __log_of(x, digits)
      places = digits + BigDecimal.double_fig
      power = x.exponent
      power = 0 unless power < 0 || power >= 3
      x = x.mult(BigDecimal("1e#{-power}"), places) if power != 0
      x = (x - 1).div(x + 1, places)
      sum = __log_series(x, places) * 2
      power == 0 ? sum : sum + __log_of_ten(digits) * power
    end

    # A long series, and the same each time.
    def __log_of_ten(digits)
      @of_ten = {} if @of_ten.nil? || @of_ten.size > 15
      @of_ten[[digits, BigDecimal.__rounding, BigDecimal.limit]] ||= log(10, digits)
    end

    def __log_series(x, places)
      square = x.mult(x, places)
      i = 1
      __series(x, x, places) { |few| (x = square.mult(x, places)).div(i += 2, few) }
    end
  end
end
