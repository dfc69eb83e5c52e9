# What `case … in` asks of a value.
module Kernel
  def __deconstruct
    return false unless respond_to?(:deconstruct)

    parts = deconstruct
    raise TypeError, "deconstruct must return Array" unless parts.is_a?(Array)

    parts
  end

  def __deconstruct_keys(keys)
    return false unless respond_to?(:deconstruct_keys)

    parts = deconstruct_keys(keys)
    raise TypeError, "deconstruct_keys must return Hash" unless parts.is_a?(Hash)

    parts
  end

  def __no_match = raise(NoMatchingPatternError, inspect)

  # The only pattern was the value `wanted`.
  def __no_match_value(wanted)
    raise NoMatchingPatternError, "#{inspect}: #{wanted.inspect} === #{inspect} does not return true"
  end

  # The only pattern asked for `keys`.
  def __no_match_keys(keys)
    missing = is_a?(Hash) && keys.find { |key| !key?(key) }
    __no_match unless missing

    message = "#{inspect}: key not found: #{missing.inspect}"
    raise NoMatchingPatternKeyError.new(message, matchee: self, key: missing)
  end
end
