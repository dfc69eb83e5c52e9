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
  def next_float = __next(1)
  def prev_float = -(-self).__next(1)

  # The nearest float above.
  def __next(step)
    return self if nan? || self == INFINITY
    return 5e-324 if self == 0

    [[self].pack("G").unpack1("Q>") + (self > 0 ? step : -step)].pack("Q>").unpack1("G")
  end
end

class Range
  # The first value for which the block is true, or 0.
  def bsearch
    low = self.begin
    return __bsearch_floats(low.to_f, self.end.to_f) { |value| yield value } if low.is_a?(Float) || self.end.is_a?(Float)

    high = exclude_end? ? self.end - 1 : self.end
    found = nil
    while low <= high
      middle = (low + high).div(2)
      answer = yield middle
      return middle if answer == 0

      if answer == true || (answer.is_a?(Numeric) && answer < 0)
        found = middle if answer == true
        high = middle - 1
      else
        low = middle + 1
      end
    end
    found
  end

  private

  def __bsearch_floats(low, high)
    found = nil
    loop do
      middle = low + (high - low) / 2
      answer = yield middle
      return middle if answer == 0

      down = answer == true || (answer.is_a?(Numeric) && answer < 0)
      found = middle if answer == true
      break if middle == (down ? high : low)

      down ? high = middle : low = middle
      next unless low + (high - low) / 2 == low

      return found || ((yield high) == true ? high : nil)
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
