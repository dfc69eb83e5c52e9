# Hash: what CRuby has more, and Enumerable's methods by its pairs.
class Hash
  def zip(*others, &block) = to_a.zip(*others, &block)

  def fetch(key, *default, &block)
    raise ArgumentError, "wrong number of arguments (given #{default.size + 1}, expected 1..2)" if default.size > 1

    return self[key] if key?(key)
    return block.call(key) if block
    return default[0] unless default.empty?

    raise KeyError.new("key not found: #{key.inspect}").__at(key, self)
  end

  def to_h(&block) = block ? super { |(key, value)| block.call(key, value) } : self

  # The same for equal hashes, whatever their order.
  def hash
    return 0 if __method_recursive?(:hash)

    each_with_object([size]) { |pair, sum| sum[0] ^= pair.hash }[0]
  end

  def transform_keys(names = nil, &block)
    return to_enum(:transform_keys) unless names || block

    each_with_object({}) do |(key, value), result|
      named = names.fetch(key) { block ? block.call(key) : key } if names
      result[names ? named : block.call(key)] = value
    end
  end

  def transform_keys!(names = nil, &block)
    return to_enum(:transform_keys!) unless names || block

    replace(transform_keys(names, &block))
  end

  def self.try_convert(object) = object.respond_to?(:to_hash) ? object.to_hash : nil

  def __deconstruct_keys(_keys) = self

  def map(&block) = block ? to_a.map(&block) : super
  alias collect map
  def flat_map(&block) = block ? to_a.flat_map(&block) : super
  def sum(start = 0, &block) = to_a.sum(start, &block)
  def sort_by(&block) = block ? to_a.sort_by(&block) : super
  def group_by(&block) = block ? to_a.group_by(&block) : super
  def partition(&block) = block ? to_a.partition(&block) : super
  def each_with_index(&block) = block ? to_a.each_with_index(&block) && self : super
  def each_with_object(memo, &block) = block ? to_a.each_with_object(memo, &block) : super
  def inject(*arguments, &block) = to_a.inject(*arguments, &block)
  alias reduce inject

  private

  def __extreme_by(sign, &block) = to_a.__send__(:__extreme_by, sign, &block)
end
