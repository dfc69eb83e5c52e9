# What `format` asks of a Hash and of exact numbers.
class Hash
  # The value of a name in a format, the default if there is none; `shown` is the name as it is written there.
  def __named(key, shown)
    value = key?(key) ? self[key] : default(key)
    return value unless value.nil? && !key?(key)

    raise KeyError.new("key#{shown} not found", receiver: self, key: key)
  end
end

class Integer
  # With as many digits behind the point.
  def __decimal(places) = places > 0 ? "#{self}.#{"0" * places}" : to_s
end

class Rational
  # Rounded to as many digits behind the point, a half away from zero.
  def __decimal(places)
    digits = ((numerator.abs * 10**places + denominator / 2) / denominator).to_s.rjust(places + 1, "0")
    digits.insert(-places - 1, ".") if places > 0
    negative? ? "-#{digits}" : digits
  end
end
