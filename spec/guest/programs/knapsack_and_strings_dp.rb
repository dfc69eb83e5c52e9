# frozen_string_literal: true

# Dynamic programming with tables, memo hashes and reconstruction.
def edit_script(a, b)
  memo = {}
  solve = lambda do |i, j|
    memo[[i, j]] ||=
      if i == a.size then [b.size - j, b[j..].chars.map { |c| "+#{c}" }]
      elsif j == b.size then [a.size - i, a[i..].chars.map { |c| "-#{c}" }]
      elsif a[i] == b[j] then solve.(i + 1, j + 1).then { |n, ops| [n, ["=#{a[i]}", *ops]] }
      else
        [["~#{a[i]}#{b[j]}", i + 1, j + 1], ["-#{a[i]}", i + 1, j], ["+#{b[j]}", i, j + 1]].map { |op, x, y| n, ops = solve.(x, y); [n + 1, [op, *ops]] }.min_by.with_index { |(n, _), k| [n, k] }
      end
  end
  solve.(0, 0)
end
cost, script = edit_script("saturday", "sundays")
puts cost, script.join(" ")

def palindromes(s) = (0...s.size).flat_map { |c| [[c, c], [c, c + 1]].map { |l, r| (l -= 1; r += 1) while l >= 0 && r < s.size && s[l] == s[r]; s[l + 1...r] } }
puts palindromes("forgeeksskeegfor").max_by(&:size), palindromes("abacdc").reject(&:empty?).uniq.sort.inspect

def partition_words(text, dictionary, memo = { "" => [[]] })
  memo[text] ||= (1..text.size).select { |n| dictionary.include?(text[0, n]) }.flat_map { |n| partition_words(text[n..], dictionary, memo).map { |rest| [text[0, n], *rest] } }
end
puts partition_words("pineapplepenapple", %w[apple pen applepen pine pineapple]).map { |w| w * " " }

def change(coins, amount)
  best = Array.new(amount + 1)
  best[0] = []
  1.upto(amount) { |n| best[n] = coins.filter_map { |c| [*best[n - c], c] if n >= c && best[n - c] }.min_by(&:size) }
  best[amount]
end
p change([1, 3, 4], 6), change([5, 10], 3), change([1, 5, 12, 25], 16), change([7], 0)

def longest_increasing(list)
  tails, prev, at = [], {}, []
  list.each_with_index do |x, i|
    k = tails.bsearch_index { |t| t >= x } || tails.size
    tails[k] = x
    at[k] = i
    prev[i] = k.zero? ? nil : at[k - 1]
  end
  i = at[tails.size - 1]
  Enumerator.produce(i) { |n| prev[n] || raise(StopIteration) }.map { |n| list[n] }.reverse
end
p longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]), longest_increasing([0, 8, 4, 12, 2, 10, 6, 14, 1, 9]), longest_increasing([3, 2, 1])

items = [["map", 9, 150], ["compass", 13, 35], ["water", 153, 200], ["sandwich", 50, 160], ["tin", 68, 45], ["banana", 27, 60], ["camera", 32, 30]]
best = items.each_with_object({ 0 => [0, []] }) do |(name, weight, value), states|
  states.to_a.each do |used, (total, names)|
    w = used + weight
    next if w > 200
    states[w] = [total + value, names + [name]] if states.fetch(w, [-1]).first < total + value
  end
end
weight, (value, names) = best.max_by { |w, (v, _)| [v, -w] }
puts "#{names.join(', ')}: #{value} at #{weight}"

def subset_sums(list) = list.reduce({ 0 => 1 }) { |counts, x| counts.merge(counts.transform_keys { |s| s + x }) { |_, a, b| a + b } }
p subset_sums([1, 2, 3]).sort, subset_sums([5, 5, 5])[10], subset_sums([*1..10]).values.sum

matrix_chain = lambda do |dims, memo = {}|
  go = ->(i, j) { i == j ? [0, "A#{i}"] : memo[[i, j]] ||= (i...j).map { |k| (a, s), (b, t) = go[i, k], go[k + 1, j]; [a + b + dims[i - 1] * dims[k] * dims[j], "(#{s}#{t})"] }.min }
  go[1, dims.size - 1]
end
p matrix_chain.([40, 20, 30, 10, 30]), matrix_chain.([10, 20, 30])
catalan = Hash.new { |h, n| h[n] = n.zero? ? 1 : (0...n).sum { |i| h[i] * h[n - 1 - i] } }
partitions = Hash.new { |h, (n, k)| h[[n, k]] = n.zero? ? 1 : n.negative? || k.zero? ? 0 : h[[n - k, k]] + h[[n, k - 1]] }
p (0..10).map { |n| catalan[n] }, (1..8).map { |n| partitions[[n, n]] }, partitions[[60, 60]]
grid = [[1, 3, 1], [1, 5, 1], [4, 2, 1]]
costs = grid.each_with_index.with_object([]) { |(row, y), acc| acc << row.each_with_index.inject([]) { |line, (c, x)| line << c + ([(acc[y - 1][x] if y.positive?), line.last].compact.min || 0) } }
p costs, costs.last.last
parens = ->(n, open = 0, s = "") { s.size == 2 * n ? [s] : [("(" if open < n), (")" if s.count(")") < open)].compact.flat_map { |c| parens.(n, open + (c == "(" ? 1 : 0), s + c) } }
p parens.(3), (1..15).map { |n| parens.(3).size * n }.sum, "()[]{}".gsub(/\(\)|\[\]|\{\}/, "").empty?
ways = [1, 2].then { |steps| Enumerator.produce([1, 1]) { |a, b| [b, a + b] }.lazy.map(&:first).first(10) }
lcs = ->(x, y) { m = Hash.new { |h, (i, j)| h[[i, j]] = i < 0 || j < 0 ? "" : x[i] == y[j] ? h[[i - 1, j - 1]] + x[i] : [h[[i - 1, j]], h[[i, j - 1]]].max_by(&:size) }; m[[x.size - 1, y.size - 1]] }
p ways, lcs.("AGCAT", "GAC").size, lcs.("programming", "gaming"), %w[flower flow flight].reduce { |a, b| a[0, (0..a.size).take_while { |n| a[0, n] == b[0, n] }.last] }
