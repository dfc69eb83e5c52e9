# Hash: what CRuby has more, and Enumerable's methods by its pairs.
class Hash
  alias __set_default_proc default_proc=

  # A block that takes key and value gets them, without an array of both.
  def each(&block)
    return to_enum(:each) unless block

    if block.arity == 2 && !block.lambda?
      for key, value in self
        yield key, value
      end
    else
      for pair in self
        yield pair
      end
    end
    self
  end
  alias each_pair each

  def each_key(&block)
    return to_enum(:each_key) unless block

    for key, _value in self
      yield key
    end
    self
  end

  def each_value(&block)
    return to_enum(:each_value) unless block

    for _key, value in self
      yield value
    end
    self
  end

  def zip(*others, &block) = to_a.zip(*others, &block)

  def __fetch(key, default = (none = true) && nil, &block)
    Kernel.__complain("block supersedes default value argument") if block && !none
    return self[key] if key?(key)
    return yield(key) if block
    return default unless none

    raise KeyError.new("key not found: #{key.inspect}").__at(key, self)
  end

  def to_h(&block)
    return __mapped(&block) if block
    return self if instance_of?(Hash)

    {}.replace(self)
  end

  # Adds a pair that is no Array, or says what is wrong with it.
  def __put_pair(item, place = nil)
    pair = __try_array(item)
    raise TypeError, "wrong element type #{item.class}#{place && " at #{place}"} (expected array)" unless pair

    if pair.size != 2
      what = place ? "wrong array length at #{place}" : "element has wrong array length"
      raise ArgumentError, "#{what} (expected 2, was #{pair.size})"
    end
    self[pair[0]] = pair[1]
  end

  def transform_keys(names = nil, &block)
    return to_enum(:transform_keys) unless names || block

    names &&= __hash_of(names)
    renamed = {}
    each do |key, value|
      named = if names
                names.fetch(key) { block ? yield(key) : key }
              else
                yield(key)
              end
      renamed[named] = value
    end
    renamed
  end

  def transform_keys!(names = nil, &block)
    return to_enum(:transform_keys!) unless names || block

    __check_frozen

    names &&= __hash_of(names)
    given = __like
    to_a.each do |key, value|
      named = names.fetch(key) { block ? block.call(key) : key } if names
      named = block.call(key) unless names
      delete(key) unless given.key?(key)
      self[named] = value
      given[named] = true
    end
    self
  end

  def self.try_convert(object) = __try_hash(object)

  def __deconstruct_keys(_keys) = self

  # A lambda or a method that needs two arguments gets key and value.
  def map(&block)
    return super unless block

    arity = block.arity
    apart = block.lambda? ? !arity.between?(-2, 1) : arity == 2
    mapped = []
    if apart
      for key, value in self
        mapped << yield(key, value)
      end
    else
      for pair in self
        mapped << yield(pair)
      end
    end
    mapped
  end
  alias collect map

  def one?(*pattern, &block) = to_a.one?(*pattern, &block)

  def find(none = nil, &block)
    return super unless block

    block = block.__blocklike
    for pair in self
      return pair if block.call(pair)
    end
    none&.call
  end

  def detect(*none, &block) = block ? find(*none, &block) : super

  def find_index(*item, &block)
    return super unless block && item.empty?

    i = 0
    for pair in self
      return i if yield pair

      i += 1
    end
    nil
  end

  def take_while(&block)
    return super unless block

    taken = []
    for pair in self
      return taken unless yield pair

      taken << pair
    end
    taken
  end

  def drop_while(&block) = block ? to_a.drop_while(&block) : super
  def tally(*counts) = to_a.tally(*counts)
  def uniq(&block) = to_a.uniq(&block)
  def first(*count) = count.empty? && instance_of?(Hash) ? __first_pair : super
  def each_slice(count, &block) = block ? to_a.each_slice(count, &block) && self : super
  def each_cons(count, &block) = block ? to_a.each_cons(count, &block) && self : super
  def flat_map(&block) = block ? to_a.flat_map(&block) : super
  def sum(start = 0, &block) = (block ? map(&block) : to_a).sum(start)
  def sort_by(&block) = block ? to_a.sort_by(&block) : super
  def inject(*arguments, &block) = to_a.inject(*arguments, &block)
  alias reduce inject

  def delete_if(&block) = block ? __sift(false, &block) || self : to_enum(:delete_if)
  def keep_if(&block) = block ? __sift(true, &block) || self : to_enum(:keep_if)
  def reject!(&block) = block ? __sift(false, &block) : to_enum(:reject!)
  def select!(&block) = block ? __sift(true, &block) : to_enum(:select!)
  alias filter! select!

  def select(&block) = block ? __chosen(true, &block) : to_enum(:select)
  alias filter select
  def reject(&block) = block ? __chosen(false, &block) : to_enum(:reject)

  def __merge_all(*others, &block) = dup.__merged(others, &block)

  def __update(*others, &block)
    __check_frozen
    __merged(others, &block)
  end

  def __merged(others, &block)
    for other in others
      other = __hash_of(other)
      next __merge(other) unless block

      other.each { |key, value| self[key] = key?(key) ? yield(key, self[key], value) : value }
    end
    self
  end

  def assoc(key)
    for pair in self
      return pair if pair[0] == key
    end
    nil
  end

  def rassoc(value)
    for pair in self
      return pair if pair[1] == value
    end
    nil
  end

  def invert
    inverse = {}
    for key, value in self
      inverse[value] = key
    end
    inverse
  end

  def __without(*keys)
    rest = __like.__merge(self)
    for key in keys
      rest.delete(key)
    end
    rest
  end

  def compact
    rest = dup
    rest.compact!
    rest
  end

  def transform_values(&block)
    return to_enum(:transform_values) unless block

    changed = __like
    i = 0
    members = values
    for name in keys
      changed[name] = yield members[i]
      i += 1
    end
    changed
  end

  def transform_values!(&block)
    return to_enum(:transform_values!) unless block

    __check_frozen
    for key, value in self
      self[key] = yield value
    end
    self
  end

  def default_proc=(callable)
    unless callable.nil? || callable.is_a?(Proc)
      made = callable.respond_to?(:to_proc) ? callable.to_proc : nil
      raise TypeError, "wrong default_proc type #{callable.class} (expected Proc)" unless made.is_a?(Proc)

      callable = made
    end
    if callable&.lambda? && callable.arity != 2 && (callable.arity >= 0 || callable.arity < -3)
      count = callable.arity < 0 ? -callable.arity - 1 : callable.arity
      raise TypeError, "default_proc takes two arguments (2 for #{count})"
    end

    __set_default_proc(callable)
  end

  def to_proc
    hash = self
    ->(key) { hash[key] }
  end

  def <(other) = size < (other = __hash_of(other)).size && __within?(other)
  def <=(other) = size <= (other = __hash_of(other)).size && __within?(other)
  def >(other) = __hash_of(other) < self
  def >=(other) = __hash_of(other) <= self

  protected

  def __within?(other) = all? { |key, value| other.key?(key) && other[key] == value }

  private

  # An empty hash that compares keys as this one.
  def __like = compare_by_identity? ? {}.compare_by_identity : {}

  # Keeps the pairs that the block is or is not true for; nil for all of them.
  def __sift(wanted)
    __check_frozen
    before = size
    for key, value in self
      __delete(key) if (yield(key, value) ? true : false) != wanted
    end
    size == before ? nil : self
  end

  # As in CRuby, what the block sets is not seen; transform_values does the same.
  def __chosen(wanted)
    chosen = __like
    i = 0
    members = values
    for name in keys
      member = members[i]
      chosen[name] = member if (yield(name, member) ? true : false) == wanted
      i += 1
    end
    chosen
  end

  def __mapped
    mapped = {}
    for key, value in self
      pair = yield(key, value)
      mapped.__put(pair) || mapped.__put_pair(pair)
    end
    mapped
  end

  def __extreme_by(sign, &block) = to_a.__send__(:__extreme_by, sign, &block)
end
