# What `case … in` asks of a value.
module Kernel
  # The same in bytecode of mrbc, which asks for the parts by one call.
  def __deconstruct
    parts = __own_parts
    parts.nil? ? deconstruct.__deconstructed : parts
  end

  def __deconstruct_keys(keys)
    parts = __own_pairs
    parts.nil? ? deconstruct_keys(keys).__deconstructed_keys : parts
  end

  # What `deconstruct` answered.
  def __deconstructed = raise(TypeError, "deconstruct must return Array")

  # What `deconstruct_keys` answered.
  def __deconstructed_keys = raise(TypeError, "deconstruct_keys must return Hash")

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

class Array
  def __deconstructed = self
end

class Hash
  def __deconstructed_keys = self
end
