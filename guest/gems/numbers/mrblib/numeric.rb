# What CRuby's real numbers have in common with complex ones, and further arithmetic.
class Numeric
  def real? = true
  def real = self
  def imaginary = 0
  alias imag imaginary
  def abs2 = self * self
  def conjugate = self
  alias conj conjugate
  def rectangular = [self, 0]
  alias rect rectangular
  def polar = [abs, arg]

  def arg
    return self if is_a?(Float) && nan?

    self < 0 ? Math::PI : 0
  end
  alias angle arg
  alias phase arg
end

class Integer
  def gcdlcm(other) = [gcd(other), lcm(other)]
end

class Float
  def numerator = to_r.numerator
  def denominator = to_r.denominator
  def next_float = nan? || self == INFINITY ? self : Float.__ranked(__rank + 1)
  def prev_float = -(-self).next_float

  # The number of floats from 0 to this one.
  def __rank
    bits = [self].pack("G").unpack1("q>")
    bits < 0 ? -(bits & 0x7fff_ffff_ffff_ffff) : bits
  end

  def self.__ranked(rank)
    float = [rank.abs].pack("q>").unpack1("G")
    rank < 0 ? -float : float
  end
end

class Range
  # The first value for which the block is true, or 0. Floats are searched by their rank.
  def bsearch
    return to_enum(:bsearch) unless block_given?

    low = self.begin
    high = self.end
    if (floats = low.is_a?(Float) || high.is_a?(Float))
      low = (low || -Float::INFINITY).to_f.__rank
      high = (high || Float::INFINITY).to_f.__rank
    end
    high -= 1 if exclude_end?
    found = nil
    while low <= high
      middle = (low + high).div(2)
      value = floats ? Float.__ranked(middle) : middle
      answer = yield value
      return value if answer == 0

      if answer == true || (answer.is_a?(Numeric) && answer < 0)
        found = value if answer == true
        high = middle - 1
      else
        low = middle + 1
      end
    end
    found
  end
end

class Array
  def to_ary = self
  def self.try_convert(object) = object.respond_to?(:to_ary) ? object.to_ary : nil
end

class Hash
  def self.try_convert(object) = object.respond_to?(:to_hash) ? object.to_hash : nil
end

class String
  def self.try_convert(object) = object.respond_to?(:to_str) ? object.to_str : nil
end

class Symbol
  alias id2name to_s
  alias slice []
end

class Module
  # For within the module, where no `Module::` stands before the name.
  def private_constant(*names)
    deprecate_constant(*names)
    names.each { |name| (@__private_constants ||= {})[name.to_sym] = true }
    nil
  end

  def public_constant(*names)
    deprecate_constant(*names)
    names.each { |name| @__private_constants&.delete(name.to_sym) }
    nil
  end

  def deprecate_constant(*names)
    names.each { |name| const_defined?(name) or raise NameError, "constant #{self}::#{name} not defined" }
    self
  end
end

class EOFError < IOError; end
class SecurityError < Exception; end
class SignalException < Exception; end
class Interrupt < SignalException; end
