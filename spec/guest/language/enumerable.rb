# == Methods
numbers = [5, 3, 8, 1, 9, 2, 7]

p numbers.map { _1 * 2 }
p numbers.select(&:even?), numbers.reject(&:even?), numbers.filter_map { |n| n * n if n.odd? }
p numbers.inject(:+), numbers.reduce(1) { |a, b| a * b }, numbers.sum, numbers.sum(0.0) { |n| n / 2.0 }
p numbers.partition { |n| n > 4 }
p numbers.each_slice(3).to_a, numbers.each_cons(3).to_a
p numbers.each_with_index.map { |n, i| n * i }
p numbers.each.with_index(1).to_a
p numbers.each_with_object([]) { |n, memo| memo.unshift(n) }
p numbers.min(2), numbers.max(2), numbers.minmax, numbers.min_by { |n| (n - 6).abs }
p numbers.sort, numbers.sort { |a, b| b <=> a }, numbers.sort_by { |n| -n }
p numbers.take_while { |n| n != 1 }, numbers.drop_while { |n| n != 1 }, numbers.first(2), numbers.drop(5)
p numbers.find { |n| n > 7 }, numbers.find_index(8), numbers.find_index { |n| n == 100 }
p numbers.all?(Integer), numbers.any? { |n| n > 8 }, numbers.none?(&:zero?), numbers.one? { |n| n == 9 }
p numbers.count, numbers.count(&:odd?), numbers.include?(3), numbers.to_a == numbers.entries
p numbers.zip(%w[a b c]), [1, 2].cycle.first(5), [1, 2].cycle(2).to_a
p numbers.chunk_while { |a, b| b == a + 1 }.to_a, [1, 2, 4, 5, 7].slice_when { |a, b| b != a + 1 }.to_a
p [1, 1, 2, 3, 3].chunk(&:odd?).to_a
p %w[a b a c b a].tally.sort, %w[x y x].uniq, [[1, 2], [3, 4]].to_h { |a, b| [a, b * 10] }.to_a
p [3, 1, 2].each_entry.to_a, [[1, [2]], [3]].flat_map { |x| x }, (1..6).each_slice(2).map(&:sum)
p (1..3).reverse_each.to_a, (1..10).step(3).to_a, 1.step(10, 4).to_a, 10.downto(7).to_a
p (1..4).inject { |a, b| a - b }, (1..4).each_cons(2).map { |a, b| b - a }
p %w[apple bob cat].group_by(&:size).to_a, %w[apple bob cat].max_by(&:length)
p (1..3).zip(4..6, 7..9), [1, 2, 3, 4].sum { |x| x.to_f }, [0.1] * 3 == [0.1, 0.1, 0.1]

class NumberList
  include Enumerable

  def initialize(*values) = @values = values

  def each
    return enum_for(:each) unless block_given?

    @values.each { |v| yield v }
    self
  end
end

list = NumberList.new(4, 8, 15, 16, 23, 42)
p list.sort_by { |x| x.to_s }, list.map(&:succ), list.include?(15), list.first, list.first(3)
p list.min, list.max, list.sum, list.reduce(:*), list.each_slice(4).to_a, list.to_set.size
p list.lazy.select(&:even?).map { |x| x / 2 }.first(3)
p list.each_with_index.to_a.last, list.reverse_each.first, list.partition(&:odd?), list.zip(list.drop(1))
p list.inject { |memo, x| memo > x ? memo : x }, list.each_entry.to_a.size, list.tally.size
p list.reject(&:even?), list.sort { |a, b| b <=> a }, list.minmax, list.cycle.take(8), list.uniq { |x| x % 4 }

# == Chunks and slices
# frozen_string_literal: true

# each_slice, each_cons, chunk, chunk_while, slice_when, slice_before/after, zip, tally, each_entry and friends on real data.
temps = [12, 14, 15, 13, 11, 10, 16, 18, 21, 20, 19, 22]
p temps.each_cons(2).map { |a, b| b - a }, temps.chunk_while { |a, b| b > a }.to_a, temps.slice_when { |a, b| (b - a).abs > 3 }.map(&:size), temps.each_slice(5).map { |s| s.sum.fdiv(s.size).round(1) }, temps.chunk { |t| t > 15 ? :warm : :cool }.map { |k, v| [k, v.size] }, temps.each_cons(3).find { |a, b, c| a < b && b > c }, temps.each_with_index.max_by(2) { |t, _| t }.map(&:last), temps.partition.with_index { |_, i| i.even? }, temps.each_slice(4).to_a.transpose.map(&:max), temps.each_cons(2).count { |a, b| b < a }, temps.chunk_while { |a, b| b > a }.max_by(&:size)
text = "INTRO\nhello\n\nSTEPS\none\ntwo\n\nEND\n"
p text.lines(chomp: true).slice_before(/\A[A-Z]+\z/).map { |head, *body| [head, body.reject(&:empty?)] }, text.lines(chomp: true).slice_after("").map { |s| s.reject(&:empty?).join("+") }, text.each_line.chunk { |l| l.strip.empty? ? :_separator : true }.map { |_, l| l.size }, text.each_char.chunk { |c| c =~ /\w/ ? :word : nil }.map { |_, cs| cs.join }, text.lines.slice_before { |l| l.start_with?("S") }.map(&:size), [1, 2, 0, 3, 0, 4].slice_after(&:zero?).to_a, [1, 1, 2].chunk { |x| :_alone }.to_a, [5, 1].chunk(&:odd?).to_a
log = %w[GET POST GET GET PUT POST GET]
p log.tally.sort_by { |k, v| [-v, k] }, log.tally.max_by(&:last), log.chunk_while(&:==).map { |r| "#{r[0]}#{r.size}" }, log.each_with_index.group_by(&:first).transform_values { |v| v.map(&:last) }.to_a, log.uniq, log.each_cons(2).tally.select { |_, n| n > 1 }.keys, log.each_with_object(Hash.new { |h, k| h[k] = [] }).with_index { |(m, h), i| h[m] << i }.to_a, log.zip(log.rotate).count { |a, b| a == b }, log.group_by(&:itself).map { |k, v| [k, v.size] }.min_by(&:last), log.inject(Hash.new(0)) { |h, m| h.update(m => h[m] + 1) }.to_a, log.first(3), log.find_index("PUT"), log.reverse_each.first, log.each_entry.with_index(1).select { |m, _| m == "POST" }.map(&:last)
stock = [10, 7, 5, 8, 11, 9]
p stock.each_with_index.to_a.combination(2).map { |(a, i), (b, j)| [b - a, i, j] }.max, stock.inject([stock[0], 0]) { |(low, best), x| [[low, x].min, [best, x - low].max] }.last, stock.sum, stock.minmax, stock.sort.each_slice(2).map(&:last), stock.each_cons(3).map { |w| w.sort[1] }, stock.inject { |a, b| a > b ? a : b }, stock.reduce(1) { |a, b| a * b % 97 }, stock.each_with_object([]) { |x, acc| acc.unshift(x) if x > 7 }, stock.min(2), stock.max(2), stock.min_by { |x| (x - 8).abs }, stock.sort_by { |x| [x % 2, -x] }, stock.take_while { |x| x > 5 }, stock.drop_while { |x| x > 5 }, stock.find { |x| x > 10 }, stock.find_all(&:odd?), stock.reject(&:odd?), stock.filter_map { |x| x * 2 if x > 8 }, stock.flat_map { |x| [x, x] }.size, stock.each_entry.to_a == stock, stock.sum { |x| x / 2.0 }, stock.none?(12), stock.one?(5), stock.all?(5..11), stock.any?(Float), stock.count(7), stock.include?(8), stock.cycle(2).to_a.size, stock.lazy.map { |x| x + 1 }.reject(&:even?).to_a, stock.zip(stock.drop(1)).map { |a, b| b.nil? ? a : b - a }, stock.to_set.size, stock.entries.size, stock.minmax_by { |x| -x }, stock.each_slice(4).to_a, stock.partition { |x| x > 8 }, stock.group_by { |x| x.divmod(5).first }.to_a, stock.reverse.each_cons(2).to_a.first
a, b = %w[x y z], [1, 2]
p a.zip(b), a.zip(b, [true]), b.zip(a), a.each_with_index.to_h { |s, i| [s.to_sym, i] }.to_a, a.zip(1..).to_h.to_a, a.product(b).each_slice(2).to_a, [a, a].transpose, a.each_with_index.map { |s, i| s * (i + 1) }, a.cycle.first(5), a.rotate(-1), a.values_at(0, -1, 5), a.each_cons(2).map(&:join), [[1, 2], [3, 4]].sum { |x, y| x * y }, [[1, [2, 3]], [4, [5, 6]]].map { |x, (y, z)| x + y + z }, [[:a, 1], [:b, 2]].each_with_object({}) { |(k, v), h| h[v] = k }.to_a, [1, 2, 3, 4].each_slice(2).inject(0) { |s, (x, y)| s + x * y }, %w[a-1 b-2].map { |s| s.split("-") }.to_h { |k, v| [k, v.to_i] }.to_a, (1..3).each_with_object([]).with_index { |(x, acc), i| acc << x * i }, [3, 1, 2].sort.each_with_index.map { |x, i| x - i }, [1, 2, 3].each_cons(2).to_a.flatten.tally.to_a
def paginate(list, per:, page:) = list.each_slice(per).to_a.fetch(page - 1) { [] }.then { |items| { items: items, page: page, pages: list.size.fdiv(per).ceil } }
p paginate([*1..7], per: 3, page: 3).values, paginate([*1..7], per: 3, page: 9).values, [*1..10].each_slice(3).with_index(1).map { |s, i| "#{i}:#{s.join}" }, [*1..6].each_slice(2).map(&:sum).each_cons(2).map { |x, y| y - x }
rows = [{ d: "mon", n: 3 }, { d: "mon", n: 4 }, { d: "tue", n: 1 }, { d: "mon", n: 2 }]
p rows.chunk_while { |x, y| x[:d] == y[:d] }.map { |g| [g[0][:d], g.sum { _1[:n] }] }, rows.group_by { _1[:d] }.map { |d, g| [d, g.map { _1[:n] }.minmax] }, rows.each_with_index.select { |r, i| r[:n] > i }.map { |r, _| r[:n] }, rows.map { |r| r.values_at(:d, :n) }.each_with_object(Hash.new(0)) { |(d, n), h| h[d] += n }.to_a, rows.min_by { |r| r[:n] }[:d], rows.each_cons(2).all? { |x, y| x[:d] <= y[:d] }, rows.inject(0) { |s, r| s + r[:n] }, rows.map { _1[:n] }.inject(:*), rows.uniq { |r| r[:d] }.size, rows.sort_by { |r| [r[:d], -r[:n]] }.map { _1[:n] }, rows.flat_map(&:keys).uniq, rows.find { |r| r in { n: 4.. } }[:n], rows.to_h { |r| [r[:n], r[:d]] }.sort.last, rows.reduce { |m, r| m.merge(r) { |k, o, n| k == :n ? o + n : n } }.to_a

# == Groups and tallies
# Reports over rows of hashes with group_by, tally, partition, each_slice and sum.
orders = [
  { id: 1, customer: "Ada", city: "London", total: 120.5, items: %w[pen ink] },
  { id: 2, customer: "Bob", city: "Paris", total: 80.0, items: %w[pad] },
  { id: 3, customer: "Ada", city: "London", total: 15.25, items: %w[pen] },
  { id: 4, customer: "Cyd", city: "Rome", total: 230.0, items: %w[desk lamp pen] },
  { id: 5, customer: "Bob", city: "Paris", total: 42.0, items: [] }
]

by_customer = orders.group_by { |o| o[:customer] }
by_customer.each do |name, list|
  puts "#{name}: #{list.size} orders, #{list.sum { |o| o[:total] }}"
end

puts orders.flat_map { |o| o[:items] }.tally.sort_by { |item, n| [-n, item] }.map { |item, n| "#{item} x#{n}" }.join(", ")

large, small = orders.partition { |o| o[:total] >= 80 }
puts "large #{large.map { _1[:id] }} small #{small.map { _1[:id] }}"

orders.each_slice(2).with_index(1) { |page, i| puts "page #{i}: #{page.map { |o| o[:id] }.join(" ")}" }

best = by_customer.transform_values { |list| list.sum { |o| o[:total] } }.max_by { |_, v| v }
puts "best: #{best.inspect}"
puts by_customer.map { |name, list| [name, list.map { |o| o[:city] }.uniq] }.to_h.values.flatten.inspect
puts orders.sum { |o| o[:items].size }
puts orders.min_by { |o| o[:total] }[:id]
puts orders.sort_by { |o| [o[:city], -o[:total]] }.map { |o| o[:id] }.inspect
puts orders.each_with_object(Hash.new(0)) { |o, h| h[o[:city]] += 1 }.to_a.inspect
puts orders.each_cons(2).count { |a, b| a[:total] > b[:total] }
puts orders.reject { |o| o[:items].empty? }.map { |o| o[:items].first }.uniq.inspect
puts orders.chunk_while { |a, b| a[:total] > b[:total] }.map { |run| run.map { |o| o[:id] } }.inspect
puts orders.inject(0) { |sum, o| sum + o[:total].round }
puts orders.find { |o| o[:city] == "Rome" }&.fetch(:customer)
puts orders.filter_map { |o| o[:customer].upcase if o[:total] > 100 }.inspect
