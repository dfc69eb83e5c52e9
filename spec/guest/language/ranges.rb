# == Forms
# Needs Ruby 3.4: steps by +
# frozen_string_literal: true

# Ranges: endless, beginless, steps, cover, case, slices, clamp, dates, strings, custom, sums, merging intervals.
p (1..5).sum, (1...5).size, (1..10).step(3).to_a, (1..).first(2), (..5).include?(3), (1..nil).size, ("a".."e").to_a.join, ("az".."bc").to_a, (1.0..2.0).include?(1.5), (1..5) === 5, (1...5) === 5, (1..5).cover?(2..3), (1..5).cover?(2..7), (0.5..2).step(0.5).to_a, (1..3).each_cons(2).to_a, ("A".."Z").count, (1..0).to_a, (5..1).sum, 5.downto(1).to_a, (1..5).minmax, (1...5).max, ("a".."c").max, (1..3.5).to_a, (1..5) % 2
p (1..10) === 3.7, (1..5).to_s, (1..5).inspect, (1...).inspect, (..3).inspect, ("a".."b").inspect, (1..5) == (1..5), (1..5).eql?(1..5), (1..5).hash == (1..5).hash, (1..5).frozen?, (1..5).begin, (1...5).end, (1...5).exclude_end?, (1..5).first, (1..5).last(2), (1..5).min(2), (1..2).entries, Range.new(1, 3, true), (1..5).count(&:even?), (nil..nil).inspect, (1..2).dup, { (1..2) => :a }[1..2]
grade = ->(n) { case n when ...50 then "F" when 50...70 then "C" when 70..89 then "B" when 90.. then "A" end }
p [49, 50, 69.9, 89, 90, 100].map(&grade), [-5, 3, 99].map { |x| x.clamp(0, 10) }, 15.clamp(..10), 5.clamp(7..), 3.5.clamp(1..3), "m".clamp("a", "f")
a = %w[a b c d e f]
p a[1..3], a[1...-1], a[2..], a[..2], a[-2..], a[6..], a[7..], a[3..1], a[1..-2], a.values_at(0, 2..3, -1), a.first(2), a.slice(1, 2), a.fill("z", 1..2), a.dup.tap { |x| x[0..1] = [1] }, a.dup.tap { |x| x[1...1] = %w[i j] }, a.dup.tap { |x| x.slice!(1..) }, a[(0..).step(2)], a[(1..4) % 2], "hello world"[0..4], "hello"[1..], "hello"[..-2], "hello"[-3..-2], "hello"[5..], "hello"[6..], "hello".sub("hello"[1..2], "_")
begin
  (1..).to_a
rescue RangeError => e
  puts e.message
end
begin
  (..1).each { }
rescue TypeError => e
  puts e.message
end
[-> { (1..).max }, -> { (..1).min }, -> { (..1).first }, -> { Range.new(1, "a") }, -> { (1.5..2).to_a }, -> { (1..2).step(0) }, -> { (0..1).first(-1) }].each do |f|
  p f.call
rescue StandardError => e
  puts e.class
end
Version = Struct.new(:major, :minor) do
  include Comparable
  def <=>(other) = to_a <=> other.to_a
  def succ = minor == 2 ? Version.new(major + 1, 0) : Version.new(major, minor + 1)
  def to_s = "v#{major}.#{minor}"
end
range = Version.new(1, 1)..Version.new(2, 1)
p range.map(&:to_s), range.include?(Version.new(1, 2)), range.cover?(Version.new(1, 9)), range === Version.new(2, 0), range.count, range.min.to_s, range.max.to_s, range.to_a.last.to_s, (Version.new(1, 1)...Version.new(1, 2)).to_a.size, range.each_slice(2).map { |s| s.join("+") }, (range.step(2).map(&:to_s) rescue $!.message), range.first(2).map(&:to_s), range.to_s, range.include?(Version.new(1, 9))
day = 86_400
t = Time.utc(2024, 2, 28)
p (t..t + 3 * day).cover?(t + day), (t..t + day) === t + day + 1, (0..3).map { |n| (t + n * day).strftime("%d.%m") }, (t..).cover?(t + 10**9)
merge = lambda do |list|
  list.sort_by(&:begin).each_with_object([]) { |r, out| out.any? && r.begin <= out.last.end + 1 ? out[-1] = (out.last.begin..[out.last.end, r.end].max) : out << r }
end
gaps = ->(list, over) { ([over.begin - 1] + merge[list].flat_map { |r| [r.begin, r.end] } + [over.end + 1]).each_slice(2).map { |x, y| x + 1..y - 1 }.reject { |r| r.none? } }
busy = [1..3, 8..10, 2..6, 15..18, 11..12]
p merge[busy], gaps[busy, 1..20], merge[busy].sum(&:size), merge[[1..1]], busy.max_by(&:size), busy.map { |r| r.sum.fdiv(r.size) }, busy.inject { |x, y| [x.begin, y.begin].min..[x.end, y.end].max }, busy.any? { |r| r.cover?(7) }, busy.combination(2).count { |x, y| x.begin <= y.end && y.begin <= x.end }
compress = ->(list) { list.sort.slice_when { |x, y| y != x + 1 }.map { |s| s.size > 2 ? "#{s[0]}-#{s[-1]}" : s.join(",") }.join(",") }
expand = ->(text) { text.split(",").flat_map { |part| part =~ /\A(\d+)-(\d+)\z/ ? [*$1.to_i..$2.to_i] : part.to_i } }
p compress.([1, 2, 3, 5, 7, 8, 10, 11, 12, 13]), expand.("1-3,5,7-8,10-13"), expand.(compress.([4, 9, 6])), (1..3).flat_map { |x| (x..3).map { |y| [x, y] } }, (1..3).inject(:*), (1..4).each_with_object([]) { |x, m| m.unshift(x) }, (1..6).each_slice(2).map(&:sum), (1..3).zip(4..6), ("a".."c").each_with_index.to_a, (1..3).reverse_each.to_a, (1..10).find { |x| x % 7 == 0 }, (1..10).partition { |x| x > 5 }, (1..3).cycle.first(5), (1..2).lazy.map { |x| x * 2 }.to_a, (1..3).to_set.size, (1..3).tally.size, [*1..3, *"a".."b"], (1..10).step(4).map { |x| x }, 1.step(10, 4).to_a, (1..3).reduce { |x, y| x - y }, rand(1..1), (1..3).to_h { |x| [x, x.to_s] }.to_a, (-3..-1).map(&:abs), (0x10..0x12).to_a
x = 7
p (x in 1..10), (x in ..5), (case [1, 50]; in [..1, 40..] then :ok end), (1..10).bsearch { |i| i >= 7 }, (1...10).each_entry.to_a.size, [1..2, 5..6].map(&:to_a).flatten, (1..2).then { |r| r.begin + r.end }, ((1..3) == [1, 2, 3]), Array(1..3), Range === (1..2), (1..3).none?(5), (1..3).one?(2), (1..3).any?(2..), (1..3).all?(Integer), ("a".."zz").count, ("08".."11").to_a, ("a".."e") === "c", ("a".."e").include?("cc"), ("a".."e").cover?("cc"), ("1".."10").to_a.size, (:a..:e).to_a, (:a..:c).include?(:b)

# == With far ends
high = 2**63 - 1
low = -2**63
puts "sizes"
[high - 1..2**63, 1..2**64, 1...2**64, 2**64..2**64 + 3, 2**64...2**64 + 3, 2**64..2**64, 2**64...2**64, 2**64..1, low - 1..low, 2**64..2**65,
 -(2**64)..2**64, low..2**63].each { |range| p [range, range.size] }
p (2**64..).size, (1..).size, (2**64..1e30).size.to_s, (2**64..1.5).size
puts "arrays"
p (high - 1..2**63 + 1).to_a, (2**64..2**64).to_a, (2**64...2**64).to_a, (2**64..2**64 - 1).to_a, (2**64..2**64 + 2).map { |n| n - 2**64 }
p (high - 1..2**63).sum, (2**64..2**64 + 3).sum, (high - 1..2**63).reduce(:+), (low - 1..low + 1).to_a, (2**64..2**64 + 5).each_slice(4).to_a
kept = (2**64..2**64 + 30_000).to_a
50_000.times { |i| "text" + i.to_s }
p kept.each_with_index.all? { |n, i| n == 2**64 + i }
puts "digits"
p((3**20_000).digits.sum, (2**70).digits(2**40), (10**40).digits(100))
puts "without ends"
p (nil..nil) === 5, (nil..nil).cover?(5), (..5) === 5, (...5) === 5
puts "filled from behind the end"
p [1, 2, 3].fill(0, 3), [1, 2, 3].fill(0, 5), [1, 2, 3].fill(5) { 1 }, [1, 2, 3].fill(0, 5, 1)
p [-4..1, -5..-1, low..1, -4...-1].map { |range| ([1, 2, 3].fill(0, range) rescue [$!.class, $!.message]) }
p [-4..1, low..1].map { |range| ([1, 2, 3].fill(range) { 0 } rescue [$!.class, $!.message]) }
p [0..-4, 1..low, 3..high, 2...high, 1..1].map { |range| ([1, 2, 3].fill(0, range) rescue $!.class) } - [ArgumentError]
puts "nothing, many times"
p [] * high, [] * 2**40, "" * 2**40, [] * 0
puts "written up to the last index"
list = [1, 2, 3]
list[1..high] = 9
p list
%w[abc äöü].each do |text|
  [[1, high], [0, high], [3, high], [-1, high], [1, 2**62], [1..high], [3..high], [-2..high], [0...high]].each do |place|
    written = text.dup
    written[*place] = "x"
    p written, text.dup.slice!(*place), text[*place]
  end
end
puts "random floats as wide as floats are"
wide = Random.new(1)
p wide.rand(-1e308..1e308), wide.rand(-1.7e308...1.7e308), wide.rand(-Float::MAX..Float::MAX)
p((wide.rand(0.0..Float::INFINITY) rescue $!.class), (wide.rand(-Float::INFINITY..0.0) rescue $!.class))
# == Ends that are missing, times and searches
# Needs Ruby 3.3: reverse_each without a beginning
p (1..).min(2), (Time.at(0)..Time.at(9)).max == Time.at(9), (Time.at(0)..Time.at(9)).min == Time.at(0), (..5).max, (0..).bsearch { |v| v > 1000 }, (..0).bsearch { |v| v > -1000 }, (0..10).bsearch { |v| 7 <=> v }, (0.0..).bsearch { |v| v >= 2.5 }, (1..).count, (..1).count, (1..10).count, (..3).reverse_each.first(2), (nil..nil).inspect, (1...).first(2)
p (1..5).cover?(1...6), (1...5).cover?(1..4), (1..5).cover?(2..1), (1...5).cover?(1..5), ("a".."d").cover?("b".."c"), (1..5).minmax, (1...5).minmax, (1..0).minmax, (1..3).overlap?(3..4), (1...3).overlap?(3..4)
[-> { (1..).max }, -> { (..1).min }, -> { (1..).min { } }, -> { (..1).max { } }, -> { (1.0...2.0).max }, -> { (1.0...2).max }, -> { ("a".."c").bsearch { } }, -> { (1..3).bsearch { "x" } }, -> { (..1).each { } }, -> { (1..).reverse_each { } }, -> { (1..3).step(0) { } }].each do |call|
  call.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end
p Range.new(1, 2) == Class.new(Range).new(1, 2), (1..2).eql?(1..2), (1..2).eql?(1.0..2.0)
