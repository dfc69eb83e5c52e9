# What Enumerable does, of a Range of few Integers: by an Array of them, whose loops take no values apart.
class Range
  def all?(*pattern, &block) = __few? ? to_a.all?(*pattern, &block) : super
  def any?(*pattern, &block) = __few? ? to_a.any?(*pattern, &block) : super
  def none?(*pattern, &block) = __few? ? to_a.none?(*pattern, &block) : super
  def one?(*pattern, &block) = __few? ? to_a.one?(*pattern, &block) : super

  def find(*none, &block) = block && __few? ? to_a.find(*none, &block) : super
  alias detect find
  def find_index(*item, &block)
    (block || item.size == 1) && item.size < 2 && __few? ? to_a.find_index(*item, &block) : super
  end

  def take_while(&block) = block && __few? ? to_a.take_while(&block) : super
  def drop_while(&block) = block && __few? ? to_a.drop_while(&block) : super

  def filter_map(&block) = block && __few? ? to_a.filter_map(&block) : super
  def flat_map(&block) = block && __few? ? to_a.flat_map(&block) : super
  alias collect_concat flat_map
  def group_by(&block) = block && __few? ? to_a.group_by(&block) : super
  def partition(&block) = block && __few? ? to_a.partition(&block) : super
  def min_by(*count, &block) = block && __few? ? to_a.min_by(*count, &block) : super
  def max_by(*count, &block) = block && __few? ? to_a.max_by(*count, &block) : super
  def tally(*counts) = __few? ? to_a.tally(*counts) : super
  def to_h(&block) = block && __few? ? to_a.to_h(&block) : super
  def zip(*others, &block) = __few? ? to_a.zip(*others, &block) : super
  def uniq(&block) = __few? ? to_a.uniq(&block) : super

  def inject(*arguments, &block) = __few? ? to_a.inject(*arguments, &block) : super
  alias reduce inject
  def each_with_object(memo, &block) = block && __few? ? to_a.each_with_object(memo, &block) : super
  def each_with_index(*none, &block) = block && none.empty? && __few? ? to_a.each_with_index(&block) && self : super
  def each_slice(count, &block) = block && __few? ? to_a.each_slice(count, &block) && self : super
  def each_cons(count, &block) = block && __few? ? to_a.each_cons(count, &block) && self : super
  def each_entry(*none, &block) = block && none.empty? && __few? ? each(&block) : super
end
