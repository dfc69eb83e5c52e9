# frozen_string_literal: true

# BigMath: what is in bigdecimal/math.
require "bigdecimal"

module BigMath
  module_function

  def sqrt(x, digits) = x.sqrt(digits)

  def sin(x, digits)
    raise ArgumentError, "Zero or negative precision for sin" if digits <= 0
    return BigDecimal("NaN") if x.infinite? || x.nan?

    return -sin(-x, digits) if x < 0

    x = BigMath.__turned(x, digits)
    BigMath.__circle(x, x, 1, digits)
  end

  def cos(x, digits)
    raise ArgumentError, "Zero or negative precision for cos" if digits <= 0
    return BigDecimal("NaN") if x.infinite? || x.nan?

    BigMath.__circle(BigMath.__turned(x.abs, digits), BigDecimal(1), 0, digits)
  end

  def atan(x, digits)
    raise ArgumentError, "Zero or negative precision for atan" if digits <= 0
    return BigDecimal("NaN") if x.nan?

    pi = PI(digits)
    return pi.div(x < 0 ? -2 : 2, digits) if x.infinite?

    return -atan(-x, digits) if x < 0
    return pi / 4 if x.round(digits) == 1

    BigMath.__angle(x, pi, digits)
  end

  def PI(digits)
    raise ArgumentError, "Zero or negative precision for PI" if digits <= 0

    digits += BigDecimal.double_fig
    part = BigDecimal("-80")
    k = -1
    pi = BigMath.__series(BigDecimal(0), BigDecimal(1), digits) { |few| (part *= BigDecimal("-0.04")).div(k += 2, few) }
    part = BigDecimal(956)
    k = -1
    BigMath.__pi_tail(pi, digits) { |few| (part = part.div(-57_121, digits)).div(k += 2, few) }
  end

  def E(digits)
    raise ArgumentError, "Zero or negative precision for E" if digits <= 0

    BigMath.exp(1, digits)
  end

  class << self
    def __pi_tail(pi, digits, &) = __series(pi, BigDecimal(1), digits, &)

    # An angle that is not negative, less than a turn.
    def __turned(x, digits)
      turn = PI(digits) * 2
      return x if x <= turn
      return x % turn if x > 30

      x -= turn while x > turn
      x
    end

    # The sum of first * x**2k / (2k + i)!, with changing signs.
    def __circle(x, first, i, digits)
      digits += BigDecimal.double_fig
      square = x.mult(x, digits)
      power = first
      factorial = 1
      sign = 1
      __series(first, first, digits) do |few|
        sign = -sign
        power = square.mult(power, digits)
        factorial *= (i + 1) * (i += 2)
        power.div(factorial, few) * sign
      end
    end

    def __angle(x, pi, digits)
      x = BigDecimal(1).div(x, digits) if (inverse = x > 1)
      x = (-1 + sqrt(1 + x**2, digits)) / x if (half = x > BigDecimal("0.5"))
      angle = __angle_series(x, digits + BigDecimal.double_fig)
      angle *= 2 if half
      inverse ? pi / 2 - angle : angle
    end

    def __angle_series(x, digits)
      square = x.mult(x, digits)
      power = x
      k = 1
      __series(x, x, digits) { |few| (power = -power.mult(square, digits)).div(k += 2, few) }
    end
  end
end
