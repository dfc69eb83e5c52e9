# One parameter, two, or all of them: what a block is handed by hashes and by each methods that yield several values.
class Pairs
  include Enumerable
  def each = (yield 1, 2; yield 3, 4; yield 5, 6; self)
end

class Mixed
  include Enumerable
  def each = (yield; yield 1; yield 2, 3; yield [4, 5]; yield nil; self)
end

HASH = { a: 1, b: 2, c: 3 }
NAMES = %i[map collect flat_map collect_concat select filter find_all reject filter_map find detect find_index partition
           group_by sort_by min_by max_by minmax_by sum count any? all? none? one? take_while drop_while each_entry
           each_with_index each_with_object inject reduce uniq tally to_a entries each_slice each_cons zip chunk_while
           slice_when reverse_each cycle to_set to_h tally_by first min max include? chunk slice_before slice_after
           each delete_if keep_if select! reject! filter! filter_map any? each_pair count sum]

def show(value)
  case value
  when Enumerator, Set then value.to_a
  when Pairs, Mixed then value.class
  when Hash then [:hash, value.to_a]
  else value
  end
end

def try(object, name, arguments, form)
  seen = []
  block =
    case form
    when :one then proc { |x| seen << x; seen.size.odd? }
    when :two then proc { |x, y| seen << [x, y]; seen.size.odd? }
    when :rest then proc { |*x| seen << x; seen.size.odd? }
    when :first then proc { |(x, y), z| seen << [x, y, z]; seen.size.odd? }
    when :comma then proc { |x,| seen << x; seen.size.odd? }
    end
  result =
    begin
      show(object.__send__(name, *arguments, &block))
    rescue TypeError, NoMethodError, ArgumentError, StopIteration => e
      e.class
    end
  puts "#{object.class} #{name} #{form}: #{seen} #{result == show(object) ? :itself : result.inspect}"
end

PLAIN = { each_slice: [2], each_cons: [2], each_with_object: [:memo], first: [2], include?: [[3, 4]], cycle: [1], inject: [], zip: [[7, 8, 9]] }
[Pairs.new, HASH].each do |object|
  NAMES.each do |name|
    next unless object.respond_to?(name)
    next if %i[min max sort tally include? first tally_by sum].include?(name)

    %i[one two rest first comma].each do |form|
      next if %i[sort_by min_by max_by minmax_by to_h sum].include?(name)

      try(object.is_a?(Hash) ? object.dup : object, name, PLAIN.fetch(name, []), form)
    end
  end
end
%i[map select reject partition group_by flat_map filter_map each_with_index each_entry to_a each_slice each_with_object reverse_each each_cons count
   find_index any? take_while drop_while uniq].each do |name|
  %i[one two comma].each { |form| try(Mixed.new, name, PLAIN.fetch(name, []), form) }
end
