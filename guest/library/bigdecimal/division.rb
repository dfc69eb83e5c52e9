# frozen_string_literal: true

# Quotients and remainders.
class BigDecimal
  def /(other)
    divisor = __operand(other)
    return __coerced(:/, other) unless divisor
    return __special_quotient(divisor) unless @e && divisor.__e

    quotient, e, rest, rest_e = __divided(divisor)
    quotient += __last_unit(quotient) if rest != 0 && __next_up?(divisor, quotient, rest, rest_e)
    __signed_quotient(divisor, quotient, e)
  end

  def quo(other, digits = 0)
    digits = __precision_of(digits)
    digits > 0 ? div(other, digits) : self / other
  end

  def div(other, digits = nil)
    return __whole_quotient(other) if digits.nil?

    digits = __precision_of(digits)
    return self / other if digits == 0

    divisor = __divisor(other, digits)
    return __special_quotient(divisor) unless @e && divisor.__e

    quotient, e = __divided(divisor, (digits + 27 + WORD - 1) / WORD)
    BigDecimal.__unlimited { __signed_quotient(divisor, quotient, e).__cut(digits) }
  end

  def divmod(other)
    divisor = __operand(other)
    divisor ? __divmod(divisor) : __coerced(:divmod, other)
  end

  def %(other)
    divisor = __operand(other)
    divisor ? __divmod(divisor)[1] : __coerced(:%, other)
  end
  alias modulo %

  def remainder(other)
    divisor = __operand(other)
    return __coerced(:remainder, other) unless divisor
    return BigDecimal.__nan if nan? || divisor.nan? || infinite? || (divisor.zero? && !zero?)
    return self if divisor.infinite?
    return __undefined if divisor.zero?
    return @n < 0 && divisor.__n > 0 ? NEGATIVE_ZERO : ZERO if zero?

    n, m, e = __aligned(divisor)
    rest = n.abs % m.abs
    return BigDecimal.__zero(@n) if rest == 0

    BigDecimal.__made(n < 0 ? -rest : rest, e)
  end

  # The quotient of the absolute values, as an Integer by a power of ten, to as many words as are given or `/` has; and
  # what is left, in the same way.
  def __divided(divisor, words = nil)
    n = @n.abs
    m = divisor.__n.abs
    f = divisor.__e
    return [n, @e - f, 0, 0] if m == 1

    size = n.to_s.size
    other = m.to_s.size
    words ||= __quotient_words(size, other, f)
    e = ((size + @e + WORD - 1) / WORD - (other + f + WORD - 1) / WORD + 2 - words) * WORD
    shift = @e - f - e
    if shift >= 0
      quotient, rest = (n * BigDecimal.__ten(shift)).divmod(m)
      [quotient, e, rest, f + e]
    else
      quotient, rest = n.divmod(m * BigDecimal.__ten(-shift))
      [quotient, e, rest, @e]
    end
  end

  # The first word of the number.
  def __first_word(n = @n.abs, e = @e)
    shift = e - (BigDecimal.__word(n, e) - 1) * WORD
    shift >= 0 ? n * BigDecimal.__ten(shift) : n / BigDecimal.__ten(-shift)
  end

  private

  # CRuby adds to the last word that is not zero.
  def __last_unit(quotient)
    unit = 1
    unit *= BASE while quotient % (unit * BASE) == 0
    unit
  end

  def __quotient_words(size, other, f)
    digits = @e > 0 ? size + @e : size
    digits = -@e if -@e > digits
    other += f if f > 0
    other = -f if -f > other
    digits = other if other > digits
    digits = FLOAT_DIGITS if digits < FLOAT_DIGITS
    (digits * 2 + 18 + WORD - 1) / WORD
  end

  def __signed_quotient(divisor, quotient, e)
    return BigDecimal.__zero((@n < 0) == (divisor.__n < 0) ? 1 : -1) if quotient == 0

    BigDecimal.__ranged((@n < 0) == (divisor.__n < 0) ? quotient : -quotient, e)
  end

  # Whether the last digit goes up. CRuby judges by the first words of rest and divisor, wherever those stand.
  def __next_up?(divisor, quotient, rest, rest_e)
    digit = (BASE * __first_word(rest, rest_e) / divisor.__first_word & 0xffffffff) / 100_000_000
    BigDecimal.__digit_up?(digit, quotient, (@n < 0) != (divisor.__n < 0))
  end

  def __special_quotient(divisor)
    sign = (@n < 0) == (divisor.__n < 0) ? 1 : -1
    return __undefined if nan? || divisor.nan? || (infinite? && divisor.infinite?) || (zero? && divisor.zero?)
    return __infinite_result(sign) if infinite?
    return BigDecimal.__zero(sign) unless divisor.zero?

    BigDecimal.__report(EXCEPTION_ZERODIVIDE, "Divide by zero")
    BigDecimal.__infinity(sign)
  end

  def __divisor(other, digits)
    case other
    when Float then BigDecimal.__from_float(other, [digits, FLOAT_DIGITS].min)
    when Rational then BigDecimal.__from_rational(other, digits)
    else __operand(other) || raise(TypeError, __not_coerced(other))
    end
  end

  def __whole_quotient(other)
    divisor = __operand(other)
    return __coerced(:div, other) unless divisor

    __divmod(divisor)[0].to_i
  end

  # Both as Integers by the same power of ten.
  def __aligned(divisor)
    e = @e
    f = divisor.__e
    return [@n, divisor.__n, e] if e == f
    return [@n * BigDecimal.__ten(e - f), divisor.__n, f] if e > f

    [@n, divisor.__n * BigDecimal.__ten(f - e), e]
  end

  def __divmod(divisor)
    return __special_divmod(divisor) unless @e && divisor.__e
    return [ZERO, self] if (@n < 0) == (divisor.__n < 0) && exponent < divisor.exponent

    n, m, e = __aligned(divisor)
    quotient, rest = n.divmod(m)
    [BigDecimal.__made(quotient, 0), BigDecimal.__made(rest, e)]
  end

  def __special_divmod(divisor)
    if nan? || divisor.nan? || (infinite? && divisor.infinite?)
      nan = BigDecimal.__nan
      return [nan, nan]
    end
    raise ZeroDivisionError, "divided by 0" if divisor.zero?
    return [BigDecimal.__infinity(@n * divisor.__n), BigDecimal.__nan] if infinite?

    [ZERO, divisor.infinite? ? self : ZERO]
  end
end
