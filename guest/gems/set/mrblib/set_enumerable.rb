# What Enumerable does, of a Set: by an Array of its members, whose loops take no values apart.
class Set
  def sort(&block) = to_a.sort(&block)
  def sum(start = 0, &block) = to_a.sum(start, &block)
  def max(*count, &block) = to_a.max(*count, &block)
  def min(*count, &block) = to_a.min(*count, &block)
  def minmax(&block) = to_a.minmax(&block)
  def max_by(*count, &block) = block ? to_a.max_by(*count, &block) : super
  def min_by(*count, &block) = block ? to_a.min_by(*count, &block) : super
  def map(&block) = block ? to_a.map(&block) : super
  alias collect map
  def flat_map(&block) = block ? to_a.flat_map(&block) : super
  alias collect_concat flat_map
  def filter_map(&block) = block ? to_a.filter_map(&block) : super
  def group_by(&block) = block ? to_a.group_by(&block) : super
  def partition(&block) = block ? to_a.partition(&block) : super
  def sort_by(&block) = block ? to_a.sort_by(&block) : super
  def find(*none, &block) = block ? to_a.find(*none, &block) : super
  alias detect find
  def all?(*pattern, &block) = to_a.all?(*pattern, &block)
  def any?(*pattern, &block) = to_a.any?(*pattern, &block)
  def none?(*pattern, &block) = to_a.none?(*pattern, &block)
  def count(*item, &block) = to_a.count(*item, &block)
  def to_h(&block) = to_a.to_h(&block)
  def tally(*counts) = to_a.tally(*counts)
  def inject(*arguments, &block) = to_a.inject(*arguments, &block)
  alias reduce inject
  def each_with_object(memo, &block) = block ? to_a.each_with_object(memo, &block) : super
  def each_with_index(*none, &block) = block && none.empty? ? to_a.each_with_index(&block) && self : super
  def each_slice(count, &block) = block ? to_a.each_slice(count, &block) && self : super
end
