# == What a block is handed
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

# == Several values at once
# What select and its kin, hashes and lazy enumerators make of several values that each yields at once.
class Pairs
  include Enumerable
  def each = (yield 1, 2; yield 3, 4; yield 5, 6; self)
end
pairs = Pairs.new
p pairs.sort_by { |x| [x].flatten.last * -1 }, pairs.sort_by { |x, y| -y }, pairs.min_by { |x| [x].flatten[-1] }, pairs.max_by { |x, y| y || 0 }
p pairs.minmax_by { |x, y| y || 0 }, pairs.sum { |x, y| y || 10 }, pairs.sum { |x| x.is_a?(Array) ? 1 : 0 }
p pairs.to_h { |x, y| [x, y] }.to_a, pairs.to_h { |x| [x, 1] }.to_a, pairs.to_h.to_a, pairs.min, pairs.max, pairs.sort, pairs.first, pairs.first(2), pairs.include?([3, 4]), pairs.tally.to_a
p pairs.each_with_index.to_a, pairs.each_entry.to_a, pairs.each_slice(2).to_a, pairs.lazy.to_a, pairs.to_a, pairs.to_set.to_a
lazy = pairs.lazy
p lazy.map { |a, b| [b, a] }.to_a, lazy.map { |a| a }.to_a, lazy.select { |a| a == [3, 4] }.to_a, lazy.select { |a, b| b == 4 }.to_a, lazy.reject { |a| a == [3, 4] }.to_a
p lazy.reject { |a, b| b == 4 }.to_a, lazy.filter_map { |a, b| b }.to_a, lazy.filter_map { |a| a }.to_a, lazy.flat_map { |a, b| [a, b] }.to_a, lazy.flat_map { |a| [a] }.to_a
p lazy.take_while { |a, b| b != 4 }.to_a, lazy.take_while { |a| a != 3 }.to_a, lazy.drop_while { |a, b| b != 4 }.to_a, lazy.drop_while { |a| a != [3, 4] }.to_a
p lazy.with_index.to_a, lazy.with_index.map { |a, i| [i, a] }.to_a, lazy.each_with_index.map { |(a, b), i| [a, b, i] }.to_a, lazy.zip([1, 2, 3]).to_a, lazy.uniq { |a, b| 1 }.to_a
p lazy.take(2).to_a, lazy.drop(1).to_a, lazy.first(1), lazy.map { |a, b| b }.select(&:even?).first(2), lazy.grep(Array).to_a, lazy.grep_v(Integer).to_a, lazy.compact.to_a
p lazy.chunk_while { |a, b| b == [3, 4] }.to_a, lazy.slice_when { |a, b| b == [3, 4] }.to_a, lazy.tally.to_a, lazy.include?([3, 4]), lazy.to_a
p [5, 6].each_with_index.lazy.map { |v, i| [v, i] }.to_a, [5, 6].each_with_index.lazy.select { |v, i| i == 1 }.to_a, { a: 1 }.lazy.map { |k, v| v }.to_a, { a: 1, b: 2 }.lazy.select { |k, v| v > 1 }.to_a
p({ a: 1, b: 2 }.lazy.reject { |k, v| v > 1 }.map { |k| k }.to_a, { a: 1 }.lazy.filter_map { |k, v| v }.to_a, { a: 1 }.each_with_index.map { |(k, v), i| [k, v, i] })
h = { a: 1, b: 2, c: 3 }
p h.select { |k| k == :a }.keys, h.filter { |k| k == :b }.keys, h.reject { |k| k == :a }.keys, h.to_h { |k| [k, 1] }.keys, h.filter_map { |k| k }, h.find { |k| k == [:a, 1] }, h.partition { |k| k == [:a, 1] }
p h.min_by { |k, v| -v }, h.min_by { |k| -k[1] }, h.max_by { |k, v| -v }, h.sum { |k, v| v }, h.sum { |k| k[1] }, h.any? { |k| k == :a }, h.any? { |k| k == [:a, 1] }, h.all? { |k| k.is_a?(Array) }, h.none? { |k| k == [:a, 1] }
p h.count { |k| k.is_a?(Array) }, h.count { |k, v| v == 1 }, h.each_with_object([]) { |k, m| m << k }, h.group_by { |k| k.class }.keys, h.sort_by { |k, v| -v }, h.flat_map { |k| k }, h.flat_map { |k, v| [v] }
p h.delete_if { |k| k == :a }.keys, h.keep_if { |k| k == :b }.keys, h.select! { |k| k == :b }, h.reject! { |k| k == :c }, h.dup.reject! { |k| k == :b }.keys
g = { x: 1, y: 2 }
p g.filter_map { |k, v| k if v == 2 }, g.each { |k| p k }.size, g.each_pair { |k| p k }.size, g.map { |k| k }, g.find_all { |k| k == [:x, 1] }, g.inject { |m, k| m + k }, g.each_entry.to_a, g.min_by(1) { |k, v| v }, g.uniq { |k| k }, g.zip([1, 2]), g.take_while { |k| k == [:x, 1] }, g.drop_while { |k, v| v == 1 }
p g.transform_values { |v| v }.keys, g.each_slice(1).to_a, g.reduce([]) { |m, (k, v)| m << v }, g.merge({ x: 5 }) { |k, a, b| a + b }.values, g.dig(:x), g.find { |k, v| v == 2 }, g.detect { |k| k[1] == 2 }, g.each_with_index.map { |k, i| [k, i] }, g.sort { |a, b| b <=> a }, g.any? { |k, v| v == 2 }
p g.delete_if { |*k| k.size == 2 }.size, { a: 1 }.select { |*k| k.size == 2 }.size, { a: 1 }.map { |*k| k }, { a: 1 }.any? { |*k| p k }, { a: 1 }.reject { |*k| k.size == 2 }.size, { a: 1 }.min_by { |*k| k.size }, { a: 1 }.to_h { |*k| p k; [1, 2] }.size

lines = []
p "a\nb\n".lines { |line| lines << line }, lines, "ab".bytes { |byte| lines << byte }, "ab".chars { |char| lines << char }, "ab".codepoints { |code| lines << code }
p "é!".grapheme_clusters { |cluster| lines << cluster }, "a\nb".lines(chomp: true) { |line| lines << line }, lines
p "The price".tr_s("a-z", "*"), "aabbcc".tr_s("ab", "xy"), "hello".tr_s("l", "r"), "aabbxxaa".tr_s("a", "b"), "aabbccdd".tr_s("b-c", "x")
p (1..5).each_slice(2) {}, [1, 2].each_cons(2) {}, { a: 1 }.each_slice(1) {}.to_a, [3, 4, 5].slice_before(&:odd?).to_a, [nil, 1, nil].uniq { |v| v.nil? }, Class.new { include Enumerable; def each = (yield nil; yield 1; yield nil) }.new.uniq
