# Struct: its enumerators, to_h with a block, and what `case … in` asks of it.
class Struct
  alias __each each
  alias __each_pair each_pair

  def each(&block) = block ? __each(&block) : to_enum(:each)
  def each_pair(&block) = block ? __each_pair(&block) : to_enum(:each_pair)

  alias __to_h to_h
  def to_h(&block) = block ? __to_h.to_h(&block) : __to_h

  def deconstruct = to_a

  def deconstruct_keys(names)
    return to_h unless names

    names.each_with_object({}) do |name, found|
      return found unless members.include?(name)

      found[name] = self[name]
    end
  end
end

class << Struct
  def keyword_init? = @__keyword_init__
end
