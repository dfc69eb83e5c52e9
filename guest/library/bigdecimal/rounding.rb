# frozen_string_literal: true

# Numbers with fewer digits.
class BigDecimal
  # Whether the quotient becomes one more for the digit behind it, which is all that is known of what follows.
  def self.__digit_up?(digit, quotient, negative)
    case @rounding
    when ROUND_HALF_UP then digit >= 5
    when ROUND_HALF_EVEN then digit > 5 || (digit == 5 && quotient.odd?)
    when ROUND_DOWN then false
    when ROUND_HALF_DOWN then digit > 5
    when ROUND_UP then digit > 0
    when ROUND_CEILING then digit > 0 && !negative
    else digit > 0 && negative
    end
  end

  # An Integer, unless there are digits behind the point, or a mode is given.
  def round(digits = 0, mode = (free = true) && nil, half: (whole = free) && nil)
    digits = __integer_of(digits) unless Integer === digits
    mode = free ? BigDecimal.__half_of(half) : BigDecimal.__rounding_of(mode)
    rounded = __round(digits, mode)
    whole && digits < 1 ? rounded.to_i : rounded
  end

  def truncate(digits = (whole = true) && 0)
    return @n < 0 ? -(-@n / TENS[-@e]) : @n / TENS[-@e] if whole && @e && @e <= 0 && @e > -19

    __round_by(ROUND_DOWN, digits, whole)
  end

  def floor(digits = (whole = true) && 0)
    return @n / TENS[-@e] if whole && @e && @e <= 0 && @e > -19

    __round_by(ROUND_FLOOR, digits, whole)
  end

  def ceil(digits = (whole = true) && 0)
    return -(-@n / TENS[-@e]) if whole && @e && @e <= 0 && @e > -19

    __round_by(ROUND_CEILING, digits, whole)
  end

  def fix = __round(0, ROUND_DOWN)
  def frac = @e ? __fraction : BigDecimal.__checked(self)

  # This number without its last digits, an exact quotient by a power of ten before it is rounded.
  def __dropped(count, mode)
    n = @n.abs
    if count > 18 && count > n.to_s.size
      quotient = __up?(mode, -1, 0) ? 1 : 0
    else
      unit = BigDecimal.__ten(count)
      quotient, rest = n.divmod(unit)
      quotient += 1 if rest != 0 && __up?(mode, rest * 2 <=> unit, quotient)
    end
    return BigDecimal.__zero(@n) if quotient == 0

    BigDecimal.__made(@n < 0 ? -quotient : quotient, @e + count)
  end

  def __limited = @e && BigDecimal.limit > 0 ? BigDecimal.__made(@n, @e) : self

  # This number, with so many digits behind the point.
  def __round(digits, mode)
    return BigDecimal.__checked(self) unless @e

    drop = -digits - @e
    return self if drop <= 0

    if drop < 19 && mode == ROUND_HALF_UP
      unit = TENS[drop]
      n = @n < 0 ? -((unit - 2 * @n) / (2 * unit)) : (unit + 2 * @n) / (2 * unit)
      return BigDecimal.__new(n, @e + drop) if n % 10 != 0
    end
    # What is all behind the last word CRuby rounds to zero, though that is down.
    return BigDecimal.__zero(@n) if mode == ROUND_UP && -digits > BigDecimal.__word(@n, @e) * WORD

    BigDecimal.limit == 0 ? __dropped(drop, mode) : BigDecimal.__unlimited { __dropped(drop, mode) }
  end

  private

  def __round_by(mode, digits, whole)
    rounded = __round(__integer_of(digits), mode)
    whole ? rounded.to_i : rounded
  end

  # Whether what is dropped makes the quotient one more; order is that of what is dropped and one half.
  def __up?(mode, order, quotient)
    case mode
    when ROUND_HALF_UP then order >= 0
    when ROUND_HALF_EVEN then order > 0 || (order == 0 && quotient.odd?)
    when ROUND_DOWN then false
    when ROUND_HALF_DOWN then order > 0
    when ROUND_UP then true
    when ROUND_CEILING then @n > 0
    else @n < 0
    end
  end

  def __fraction
    return BigDecimal.__zero(@n) if @e >= 0
    return __limited if exponent <= 0

    unit = BigDecimal.__ten(-@e)
    BigDecimal.__unlimited { BigDecimal.__made(@n < 0 ? -(-@n % unit) : @n % unit, @e) }
  end
end
