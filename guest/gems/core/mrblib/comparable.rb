# Comparable: ==, which `<=>` may ask itself, and clamp.
module Comparable
  def ==(other)
    return true if equal?(other)
    return false if __asked_within?(other)

    order = self <=> other
    return order == 0 if order.nil? || Integer === order

    !(order > 0 || order < 0)
  end

  def clamp(min, max = (range = true) && nil)
    min, max = __ends(min) if range
    if min && max && __ordered(min, max) > 0
      raise ArgumentError, "min argument must be less than or equal to max argument"
    end
    return min if min && __ordered(self, min) < 0

    max && __ordered(self, max) > 0 ? max : self
  end

  private

  def __ends(range)
    raise TypeError, "wrong argument type #{range.nil? ? "nil" : range.class} (expected Range)" unless Range === range
    raise ArgumentError, "cannot clamp with an exclusive range" if range.exclude_end? && range.end

    [range.begin, range.end]
  end

  def __ordered(one, other) = (one <=> other) || one.__cmp_error(other)
end
