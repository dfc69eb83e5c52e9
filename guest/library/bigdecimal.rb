# frozen_string_literal: true

# Decimal numbers of any precision, as bigdecimal 3.1 of CRuby has them. Where a result is not exact its digits are
# those of CRuby, which counts in words of nine digits.
class BigDecimal < Numeric
  VERSION = "3.1.5"
  BASE = 1_000_000_000

  EXCEPTION_ALL = 255
  EXCEPTION_INFINITY = 1
  EXCEPTION_OVERFLOW = 1
  EXCEPTION_NaN = 2
  EXCEPTION_UNDERFLOW = 4
  EXCEPTION_ZERODIVIDE = 16

  ROUND_MODE = 256
  ROUND_UP = 1
  ROUND_DOWN = 2
  ROUND_HALF_UP = 3
  ROUND_HALF_DOWN = 4
  ROUND_CEILING = 5
  ROUND_FLOOR = 6
  ROUND_HALF_EVEN = 7

  SIGN_NaN = 0
  SIGN_POSITIVE_ZERO = 1
  SIGN_NEGATIVE_ZERO = -1
  SIGN_POSITIVE_FINITE = 2
  SIGN_NEGATIVE_FINITE = -2
  SIGN_POSITIVE_INFINITE = 3
  SIGN_NEGATIVE_INFINITE = -3

  # Powers of ten, those that most numbers need.
  TENS = Array.new(19) { |i| 10**i }.freeze
  # Digits of a word.
  WORD = 9
  # Beyond this exponent of a word a number is infinite, or zero.
  LAST_WORD = 0x7fffffffffffffff / WORD
  # Digits that a Float has.
  FLOAT_DIGITS = 16
  private_constant :TENS, :WORD, :LAST_WORD, :FLOAT_DIGITS

  class << self
    alias __new new
    undef new

    # The number n * 10**e, within the limit of digits.
    def __made(n, e)
      return __stripped(n, e) if n % 10 == 0

      @limit > 0 ? __new(n, e).__cut(@limit) : __new(n, e)
    end

    # The same, if its exponent fits.
    def __ranged(n, e)
      return __made(n, e) if e < 1_000_000 && e > -1_000_000

      word = __word(n, e)
      return __made(n, e) if word <= LAST_WORD && word >= -LAST_WORD

      __outside(n, word > 0)
    end

    # Infinity or zero for a number whose exponent is too large or too small.
    def __outside(n, large)
      unless large
        __report(EXCEPTION_UNDERFLOW, "Exponent underflow")
        return __zero(n)
      end
      __report(EXCEPTION_OVERFLOW, "Exponent overflow")
      __infinity(n)
    end

    # The exponent of n * 10**e as a fraction of words, 0.www... * BASE**word.
    def __word(n, e) = (n.abs.to_s.size + e + WORD - 1) / WORD

    # Ten to that power, which is not negative.
    def __ten(power) = @tens[power] || __far_ten(power)

    # Another object each time, as an object equals itself.
    def __nan = __checked(__new(0, nil))
    def __infinity(sign) = __checked(sign < 0 ? NEGATIVE_INFINITY : INFINITY)
    def __zero(sign) = sign < 0 ? NEGATIVE_ZERO : ZERO

    # Of a number that is no finite one, unless such a result is to be an exception.
    def __checked(value)
      return value if @exceptions == 0 || value.finite?

      value.__complain if @exceptions & (value.nan? ? EXCEPTION_NaN : EXCEPTION_INFINITY) != 0
      value
    end

    # Raises what a calculation ran into, if the mode says so.
    def __report(kind, message)
      raise FloatDomainError, message if @exceptions & kind != 0
    end

    private

    # Those below are kept.
    def __far_ten(power)
      ten = 10**power
      @tens[power] = ten if power < 128
      ten
    end

    # Without the zeros at the end of n.
    def __stripped(n, e)
      return ZERO if n == 0

      step = 1
      while step > 0
        quotient, rest = n.divmod(__ten(step))
        if rest == 0
          n = quotient
          e += step
          step *= 2
        else
          step /= 2
        end
      end
      __made(n, e)
    end
  end
  @tens = TENS.dup
  @exceptions = 0
  @rounding = ROUND_HALF_UP
  @limit = 0

  # A finite number is n * 10**e, n no multiple of ten. Without e it is one of those that n numbers as sign does.
  def initialize(n, e)
    @n = n
    @e = e
  end

  def __n = @n
  def __e = @e

  NAN = __new(0, nil)
  INFINITY = __new(3, nil)
  NEGATIVE_INFINITY = __new(-3, nil)
  ZERO = __new(1, nil)
  NEGATIVE_ZERO = __new(-1, nil)
  private_constant :NEGATIVE_INFINITY, :ZERO, :NEGATIVE_ZERO

  def frozen? = true
  def instance_variables = []
  def dup = self
  def clone = self
  def nan? = @n == 0
  def finite? = !@e.nil? || @n == 1 || @n == -1
  def zero? = @e.nil? && (@n == 1 || @n == -1)
  def nonzero? = zero? ? nil : self
  def positive? = @n > 0 && (!@e.nil? || @n == 3)
  def negative? = @n < 0 && (!@e.nil? || @n == -3)
  def +@ = self

  def infinite?
    return if @e || (@n != 3 && @n != -3)

    @n < 0 ? -1 : 1
  end

  def sign
    return @n unless @e

    @n < 0 ? -2 : 2
  end

  # The exponent of the number as 0.ddd... * 10**exponent.
  def exponent = @e ? @n.abs.to_s.size + @e : 0

  def n_significant_digits = @e ? @n.abs.to_s.size : 0
  def precision = precision_scale[0]
  def scale = @e && @e < 0 ? -@e : 0

  def precision_scale
    return [0, 0] unless @e

    size = n_significant_digits
    [@e > 0 ? size + @e : [size, -@e].max, scale]
  end

  def split
    return [@n <=> 0, to_s.delete_prefix("-").delete_suffix(".0"), 10, 0] unless @e

    text = @n.abs.to_s
    [@n < 0 ? -1 : 1, text, 10, text.size + @e]
  end

  def hash = [BigDecimal, @n, @e].hash

  # Before the number stands for how many digits CRuby has room when it reads such a text.
  def _dump(_level = nil)
    digits = [n_significant_digits, 1].max
    if @e && @e < 0
      digits = [digits + @e, 1].max - @e if digits + @e > -WORD
    elsif @e && @e < WORD
      digits += @e
    end
    "#{finite? ? ((digits + WORD - 1) / WORD + 1) * WORD : WORD}:#{self}".b
  end

  def self._load(text)
    digits, value = text.split(":", 2)
    raise TypeError, "load failed: invalid character in the marshaled string" unless digits.match?(/\A\d*\z/)

    interpret_loosely(value.to_s)
  end

  # How many words the digits fill.
  def __words = @e ? BigDecimal.__word(@n, @e) - @e / WORD : 1

  # Raises what a number says that is none.
  def __complain
    raise FloatDomainError, "Computation results in '#{nan? ? "NaN' (Not a Number)" : "#{self}'"}"
  end
end

require "bigdecimal/modes"
require "bigdecimal/text"
require "bigdecimal/conversions"
require "bigdecimal/arithmetic"
require "bigdecimal/comparison"
require "bigdecimal/rounding"
require "bigdecimal/division"
require "bigdecimal/roots"
