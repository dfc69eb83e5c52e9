# Hash: what CRuby has more, and Enumerable's methods by its pairs.
class Hash
  alias __set_default_proc default_proc=

  # A block that takes key and value gets them, without an array of both.
  def each(&block)
    return to_enum(:each) unless block

    names = keys
    members = values
    apart = block.arity == 2 && !block.lambda?
    i = 0
    for name in names
      apart ? yield(name, members[i]) : yield([name, members[i]])
      i += 1
    end
    self
  end
  alias each_pair each

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
    return to_a.map(&block) unless apart

    mapped = []
    names = keys
    members = values
    i = 0
    for name in names
      mapped << yield(name, members[i])
      i += 1
    end
    mapped
  end
  alias collect map

  def any?(*pattern, &block)
    return super unless block && pattern.empty? && block.arity == 2 && !block.lambda?

    each { |key, value| return true if yield(key, value) }
    false
  end

  def all?(*pattern, &block) = to_a.all?(*pattern, &block)
  def none?(*pattern, &block) = to_a.none?(*pattern, &block)
  def one?(*pattern, &block) = to_a.one?(*pattern, &block)
  def count(*item, &block) = item.empty? && block.nil? ? size : to_a.count(*item, &block)
  def find(*none, &block) = block ? to_a.find(*none, &block.__blocklike) : super
  alias detect find

  def find_index(*item, &block)
    (block || item.size == 1) && item.size < 2 ? to_a.find_index(*item, &block) : super
  end

  def filter_map(&block) = block ? to_a.filter_map(&block) : super
  def take_while(&block) = block ? to_a.take_while(&block) : super
  def drop_while(&block) = block ? to_a.drop_while(&block) : super
  def tally(*counts) = to_a.tally(*counts)
  def uniq(&block) = to_a.uniq(&block)
  def first(*count) = count.empty? && instance_of?(Hash) ? __first_pair : super
  def each_slice(count, &block) = block ? to_a.each_slice(count, &block) && self : super
  def each_cons(count, &block) = block ? to_a.each_cons(count, &block) && self : super
  def flat_map(&block) = block ? to_a.flat_map(&block) : super
  def sum(start = 0, &block) = to_a.sum(start, &block)
  def sort_by(&block) = block ? to_a.sort_by(&block) : super
  def group_by(&block) = block ? to_a.group_by(&block) : super
  def partition(&block) = block ? to_a.partition(&block) : super
  def each_with_index(&block) = block ? to_a.each_with_index(&block) && self : super
  def each_with_object(memo, &block) = block ? to_a.each_with_object(memo, &block) : super
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
    each { |pair| return pair if pair[0] == key }
    nil
  end

  def rassoc(value)
    each { |pair| return pair if pair[1] == value }
    nil
  end

  def invert
    inverse = {}
    names = keys
    i = 0
    for member in values
      inverse[member] = names[i]
      i += 1
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
    names = keys
    members = values
    i = 0
    for name in names
      changed[name] = yield members[i]
      i += 1
    end
    changed
  end

  def transform_values!(&block)
    return to_enum(:transform_values!) unless block

    __check_frozen
    keys.each { |key| self[key] = yield self[key] }
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
    names = keys
    members = values
    before = size
    i = 0
    for name in names
      __delete(name) if (yield(name, members[i]) ? true : false) != wanted
      i += 1
    end
    size == before ? nil : self
  end

  def __chosen(wanted)
    chosen = __like
    names = keys
    members = values
    i = 0
    for name in names
      member = members[i]
      chosen[name] = member if (yield(name, member) ? true : false) == wanted
      i += 1
    end
    chosen
  end

  def __mapped
    mapped = {}
    names = keys
    members = values
    i = 0
    for name in names
      pair = yield(name, members[i])
      mapped.__put(pair) || mapped.__put_pair(pair)
      i += 1
    end
    mapped
  end

  def __extreme_by(sign, &block) = to_a.__send__(:__extreme_by, sign, &block)
end
