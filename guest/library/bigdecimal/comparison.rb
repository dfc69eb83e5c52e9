# frozen_string_literal: true

# The order of numbers.
class BigDecimal
  def <=>(other)
    if BigDecimal === other && (e = @e) && (f = other.__e)
      return @n <=> other.__n if e == f

      gap = e - f
      return gap > 0 ? @n * TENS[gap] <=> other.__n : @n <=> other.__n * TENS[-gap] if gap < 19 && gap > -19
    end
    order = __order(other)
    order == false ? __foreign(:<=>, other) : order
  end

  def ==(other)
    return @n == other.__n && @e == other.__e && @n != 0 if BigDecimal === other && (@e || other.__e)

    order = __order(other)
    return order == 0 unless order == false

    __foreign(:==, other) ? true : false
  end
  alias === ==
  alias eql? ==

  def <(other)
    order = __order(other)
    order ? order < 0 : __relation(:<, other, order)
  end

  def <=(other)
    order = __order(other)
    order ? order <= 0 : __relation(:<=, other, order)
  end

  def >(other)
    order = __order(other)
    order ? order > 0 : __relation(:>, other, order)
  end

  def >=(other)
    order = __order(other)
    order ? order >= 0 : __relation(:>=, other, order)
  end

  private

  # -1, 0 or 1; nil for what is in no order with NaN, false for what is no number.
  def __order(other)
    if BigDecimal === other
      m = other.__n
      f = other.__e
    elsif Integer === other && @e
      m = other
      f = 0
    else
      return false unless (other = __operand(other))

      m = other.__n
      f = other.__e
    end
    return __special_order(other) unless @e && f

    n = @n
    return n <=> m if @e == f || (n < 0) != (m < 0) || m == 0

    __order_of_finite(n, m, f)
  end

  def __order_of_finite(n, m, f)
    gap = @e - f
    return gap > 0 ? n * TENS[gap] <=> m : n <=> m * TENS[-gap] if gap < 19 && gap > -19

    order = n.abs.to_s.size + gap <=> m.abs.to_s.size
    return n < 0 ? -order : order if order != 0

    gap > 0 ? n * 10**gap <=> m : n <=> m * 10**-gap
  end

  def __special_order(other)
    return if nan? || other.nan?

    __rank <=> other.__rank
  end

  # What an object says that makes a pair of both.
  def __foreign(operator, other)
    return unless other.respond_to?(:coerce)

    one, two = other.coerce(self)
    one.__send__(operator, two)
  end

  def __relation(operator, other, order)
    return false if order.nil?

    unless other.respond_to?(:coerce)
      shown = other.nil? || other == true || other == false ? other.inspect : other.class
      raise ArgumentError, "comparison of BigDecimal with #{shown} failed"
    end
    __foreign(operator, other)
  end

  public

  # Finite numbers by their signs, between the infinities.
  def __rank
    return @n <=> 0 if @e

    zero? ? 0 : @n
  end
end
