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

  def __no_match = raise(NoMatchingPatternError, self)

  # The only pattern does not match for this reason: a text, or a hash and the key that it has not.
  def __no_match_for(reason)
    raise NoMatchingPatternError, "#{inspect}: #{reason}" unless reason.is_a?(Array)

    hash, key = reason
    message = "#{inspect}: key not found: #{key.inspect}"
    raise NoMatchingPatternKeyError.new(message, matchee: hash, key: key)
  end

  # Reasons.
  def __unequal(wanted) = "#{wanted.inspect} === #{inspect} does not return true"
  def __unguarded = "guard clause does not return true"
  def __undeconstructed = "#{inspect} does not respond to #deconstruct"
  def __undeconstructed_keys = "#{inspect} does not respond to #deconstruct_keys"
end

class Array
  def __deconstructed = self
  def __of_other_size(wanted) = "#{inspect} length mismatch (given #{size}, expected #{wanted})"
  def __too_short(least) = "#{inspect} length mismatch (given #{size}, expected #{least}+)"
  def __unfound = "#{inspect} does not match to find pattern"
end

class Hash
  def __deconstructed_keys = self
  def __without_key(key) = [self, key]
  def __not_empty = "#{inspect} is not empty"
  def __more_than_wanted = "rest of #{inspect} is not empty"
end
