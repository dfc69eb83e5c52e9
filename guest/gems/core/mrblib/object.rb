# Object: public_method, and what `dig` asks of a member.
class Object
  # What Array, Hash and Struct ask of a value that there are more keys for.
  def __dig(keys)
    raise TypeError, "#{self.class} does not have #dig method" unless respond_to?(:dig)

    dig(*keys)
  end

  alias public_method method
end
