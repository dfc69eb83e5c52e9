# frozen_string_literal: true

# to_d.
require "bigdecimal"

class Integer
  def to_d = BigDecimal(self)
end

class Float
  def to_d(digits = 0) = BigDecimal(self, digits)
end

class String
  def to_d = BigDecimal.__decimal(self) || BigDecimal.interpret_loosely(self)
end

class BigDecimal
  def to_d = self

  # The digits without an exponent.
  def to_digits
    return to_s unless @e

    "#{to_i}.#{__point.split(".")[1]}"
  end
end

class Rational
  def to_d(digits) = BigDecimal(self, digits)
end

class Complex
  def to_d(*digits)
    BigDecimal(self) unless imaginary.zero?
    BigDecimal(real) if digits.empty? && real.is_a?(Rational)
    real.to_d(*digits)
  end
end

class NilClass
  def to_d = BigDecimal(0)
end
