# Struct: its enumerators, to_h with a block, hash, and what `case … in` asks of it.
class Struct
  private :initialize

  alias __each_pair each_pair
  alias __at []
  alias __size size

  def each(&block)
    return to_enum(:each) unless block

    i = 0
    count = __size
    while i < count
      yield __at(i)
      i += 1
    end
    self
  end

  def each_pair(&block) = block ? __each_pair(&block) : to_enum(:each_pair)
  def select(&block) = block ? to_a.select(&block) : to_enum(:select)
  alias filter select

  alias __to_h to_h
  def to_h(&block) = block ? __to_h.to_h(&block) : __to_h

  def dig(name, *names)
    begin
      member = self[name]
    rescue IndexError, NameError
      return nil
    end
    names.empty? || member.nil? ? member : member.__dig(names)
  end

  def deconstruct = to_a

  def deconstruct_keys(names)
    return to_h if names.nil?
    raise TypeError, "wrong argument type #{names.class} (expected Array or nil)" unless names.is_a?(Array)

    found = {}
    return found if names.size > size

    names.each do |name|
      found[name] = self[name]
    rescue IndexError, NameError
      return found
    end
    found
  end
end

class << Struct
  def keyword_init? = @__keyword_init__ ? true : @__keyword_init__
  def inspect = @__keyword_init__ ? "#{super}(keyword_init: true)" : super
end
