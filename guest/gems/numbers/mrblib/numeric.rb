# Numeric: what real numbers have in common with complex ones, coerce, step.
class Numeric
  class << self
    # How errors name an object.
    def __shown(object)
      object.nil? || object == true || object == false ? object.inspect : object.class.to_s
    end
  end

  # What division towards zero leaves.
  def remainder(other)
    left = self % other
    return left if left == 0 || (self < 0 ? other < 0 : other > 0)

    other.is_a?(Float) && other.infinite? ? self : left - other
  end

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
  def magnitude = abs
  def to_int = to_i
  def finite? = true
  def infinite? = nil
  def dup = self

  def clone(freeze: nil)
    raise ArgumentError, "can't unfreeze #{self.class}" if freeze == false
    raise ArgumentError, "unexpected value for freeze: #{freeze.class}" unless freeze.nil? || freeze == true

    self
  end

  def singleton_method_added(name)
    singleton_class.__send__(:remove_method, name)
    raise TypeError, "can't define singleton method \"#{name}\" for #{self.class}"
  end
  private :singleton_method_added

  def nonzero? = zero? ? nil : self

  def -@
    zero, value = coerce(0)
    zero - value
  end

  def <=>(other) = equal?(other) ? 0 : nil
  def eql?(other) = other.instance_of?(self.class) && self == other
  def div(other) = other == 0 ? raise(ZeroDivisionError, "divided by 0") : (self / other).floor
  def %(other) = self - other * div(other)
  alias modulo %
  def divmod(other) = [div(other), self % other]
  def quo(other) = other.is_a?(Float) ? fdiv(other) : Numeric.__rational(self) / other
  def fdiv(other) = Float(self) / other
  def floor(*digits) = Float(self).floor(*digits)
  def ceil(*digits) = Float(self).ceil(*digits)
  def round(*digits, **half) = Float(self).round(*digits, **half)
  def truncate(*digits) = Float(self).truncate(*digits)
  def numerator = to_r.numerator
  def denominator = to_r.denominator

  def self.__rational(object)
    fraction = object.to_r
    return fraction if fraction.is_a?(Rational)

    raise TypeError, "can't convert #{object.class} to Rational (#{object.class}#to_r gives #{fraction.class})"
  end

  def arg = self < 0 ? Math::PI : 0
  alias angle arg
  alias phase arg

  def step(limit = (no_limit = true) && nil, width = (no_width = true) && nil,
           by: (no_by = true) && nil, to: (no_to = true) && nil, &block)
    raise ArgumentError, "to is given twice" unless no_limit || no_to
    raise ArgumentError, "step is given twice" unless no_width || no_by

    limit = to unless no_to
    width = by unless no_by
    raise ArgumentError, "step can't be 0" if width == 0
    return __sequence(limit, width || 1) unless block
    raise TypeError, "step must be numeric" if width.nil? && no_by && !no_width

    __each_step(limit, width || 1, &block)
  end

  def __each_step(limit, width, &block)
    down = !(width > 0) # rubocop:disable Style/InverseMethods -- NaN is not below
    limit = nil if limit.is_a?(Float) && limit.infinite? == (down ? -1 : 1) && is_a?(Integer) && width.is_a?(Integer)
    if is_a?(Float) || limit.is_a?(Float) || width.is_a?(Float)
      __float_steps(limit, width, false, &block)
    else
      value = self
      while limit.nil? || (down ? value >= limit : value <= limit)
        yield value
        value += width
      end
    end
    self
  end

  # Of a step without a block.
  def __sequence(limit, width) = to_enum(:step, limit, width) { __count_of_steps(limit, width) }

  def __count_of_steps(limit, width)
    down = !(width > 0) # rubocop:disable Style/InverseMethods -- NaN is not below
    return Float::INFINITY if limit.nil?
    return __float_count(limit.to_f, width.to_f, false) if [self, limit, width].any?(Float)

    beyond = down ? self < limit : self > limit
    beyond ? 0 : (limit - self).div(width) + 1
  end

  # How many floats __float_steps yields, which is infinite for a limit that is.
  def __float_count(limit, width, open)
    first = to_f
    one = width > 0 ? first <= limit : first >= limit
    return one ? 1 : 0 if width.infinite?

    count = (limit - first) / width
    return 0 if count < 0 || count.nan? || (open && count == 0)
    return count if count.infinite?

    error = (first.abs + limit.abs + (limit - first).abs) / width.abs * Float::EPSILON
    error = 0.5 if error > 0.5
    last = if open
             count < 1 ? 0 : (count - error).floor
           else
             (count + error).floor
           end
    after = (last + 1) * width + first
    more = first < limit ? after <= limit : first > limit && after >= limit
    more &&= after != limit if open
    last + (more ? 2 : 1)
  end

  # Yields self + i * width, each rounded once. The limit counts as reached within the error of its division.
  def __float_steps(limit, width, open)
    first = to_f
    width = width.to_f
    limit = limit.nil? ? Float::INFINITY * width : limit.to_f
    count = __float_count(limit, width, open)
    return if count == 0
    return yield(first) if width.infinite?

    i = 0
    while i < count
      value = i * width + first
      past = width > 0 ? limit < value : limit > value
      yield past ? limit : value
      i += 1
    end
  end

  def coerce(other) = other.instance_of?(self.class) ? [other, self] : [Float(other), Float(self)]

  # self.operator(other) for a number or an object that coerces self.
  def __coerced(operator, other)
    unless other.respond_to?(:coerce)
      shown = other.is_a?(Symbol) ? other.inspect : Numeric.__shown(other)
      raise TypeError, "#{shown} can't be coerced into #{self.class}"
    end
    return to_f.__send__(operator, other) if other.is_a?(Float)

    pair = other.coerce(self)
    raise TypeError, "coerce must return [x, y]" unless pair.is_a?(Array) && pair.size == 2

    pair[0].__send__(operator, pair[1])
  end

  def to_c = Complex.__new(self, 0)
  def i = Complex.__new(0, self)

  private

  # `half:` as a symbol: :up (away from zero), :even or :down.
  def __half(half)
    case half
    when nil, :up, "up" then :up
    when :even, "even" then :even
    when :down, "down" then :down
    else raise ArgumentError, "invalid rounding mode: #{half}"
    end
  end
end

# What goes by an order.
class Complex
  undef_method :%, :div, :divmod, :floor, :ceil, :modulo, :remainder, :round, :step, :truncate, :i
end
