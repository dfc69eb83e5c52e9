# frozen_string_literal: true

# Sums and products, which are exact.
class BigDecimal
  def +(other)
    unless BigDecimal === other
      return __sum_with(other) if Integer === other && @e

      other = __operand(other) || (return __coerced(:+, other))
    end
    e = @e
    f = other.__e
    return __special_sum(other, other.__n) unless e && f
    return BigDecimal.__made(@n + other.__n, e) if e == f
    return BigDecimal.__made(@n * BigDecimal.__ten(e - f) + other.__n, f) if e > f

    BigDecimal.__made(@n + other.__n * BigDecimal.__ten(f - e), e)
  end

  def -(other)
    unless BigDecimal === other
      return __sum_with(-other) if Integer === other && @e

      other = __operand(other) || (return __coerced(:-, other))
    end
    e = @e
    f = other.__e
    return __special_sum(other, -other.__n) unless e && f
    return BigDecimal.__made(@n - other.__n, e) if e == f
    return BigDecimal.__made(@n * BigDecimal.__ten(e - f) - other.__n, f) if e > f

    BigDecimal.__made(@n - other.__n * BigDecimal.__ten(f - e), e)
  end

  def *(other)
    unless BigDecimal === other
      return BigDecimal.__ranged(@n * other, @e) if Integer === other && @e && other != 0

      other = __operand(other) || (return __coerced(:*, other))
    end
    e = @e
    f = other.__e
    return BigDecimal.__ranged(@n * other.__n, e + f) if e && f

    __special_product(other)
  end

  def -@ = @e ? __negated : BigDecimal.__checked(__special(-@n))
  def abs = @n < 0 ? -self : BigDecimal.__checked(__limited)
  alias magnitude abs

  def add(other, digits) = __to_digits(digits, :+, other)
  def sub(other, digits) = __to_digits(digits, :-, other)
  def mult(other, digits) = __to_digits(digits, :*, other)

  # This number with no more digits than there are to be.
  def __cut(digits, mode = BigDecimal.__rounding)
    drop = n_significant_digits - digits
    drop > 0 ? __dropped(drop, mode) : self
  end

  private

  def __sum_with(integer)
    return BigDecimal.__made(@n * BigDecimal.__ten(@e) + integer, 0) if @e > 0

    BigDecimal.__made(@n + integer * BigDecimal.__ten(-@e), @e)
  end

  def __negated = BigDecimal.limit == 0 ? BigDecimal.__new(-@n, @e) : BigDecimal.__made(-@n, @e)

  def __special(n)
    case n
    when 0 then NAN
    when 1, -1 then BigDecimal.__zero(n)
    else n < 0 ? NEGATIVE_INFINITY : INFINITY
    end
  end

  # Where one is no finite number; n is what the other adds.
  def __special_sum(other, n)
    return BigDecimal.__nan if nan? || other.nan?
    return __infinite_sum(other, n) if infinite? || other.infinite?

    __zero_sum(other, n)
  end

  def __infinite_sum(other, n)
    return __undefined if infinite? && other.infinite? && (@n < 0) != (n < 0)

    __infinite_result(infinite? ? @n : n)
  end

  def __zero_sum(other, n)
    return BigDecimal.__zero(@n < 0 && n < 0 ? -1 : 1) if zero? && other.zero?

    zero? ? BigDecimal.__made(n, other.__e) : BigDecimal.__made(@n, @e)
  end

  def __special_product(other)
    sign = (@n < 0) == (other.__n < 0) ? 1 : -1
    return __undefined if nan? || other.nan? || (infinite? && other.zero?) || (zero? && other.infinite?)

    infinite? || other.infinite? ? __infinite_result(sign) : BigDecimal.__zero(sign)
  end

  def __undefined
    BigDecimal.__report(EXCEPTION_NaN, "Computation results to 'NaN'")
    BigDecimal.__nan
  end

  def __infinite_result(sign)
    BigDecimal.__report(EXCEPTION_INFINITY, "Computation results to '#{"-" if sign < 0}Infinity'")
    BigDecimal.__infinity(sign)
  end

  def __to_digits(digits, operator, other)
    digits = __precision_of(digits)
    return __send__(operator, other) if digits == 0

    result = BigDecimal.__unlimited { __send__(operator, other) }
    result.is_a?(BigDecimal) ? result.__cut(digits) : result
  end

  def __precision_of(digits)
    digits = __integer_of(digits)
    raise ArgumentError, "negative precision" if digits < 0

    digits
  end
end
