# frozen_string_literal: true

# combination, permutation, product, repeated forms, partitions, ranking, word games, magic squares, birthday odds.
p [1, 2, 3].combination(2).to_a, [1, 2, 3].permutation(2).to_a, [1, 2].product([3, 4], [5]), [1, 2].repeated_combination(2).to_a, [0, 1].repeated_permutation(2).to_a, [1, 2, 3].combination(0).to_a, [1].combination(2).to_a, (1..4).to_a.combination(2).size, [1, 2, 3].permutation.to_a.size, [1, 2].product, %w[a b].product([1, 2]).map(&:join), [1, 2, 3].each_cons(2).to_a, (1..5).each_slice(2).to_a, [[1, 2], [3, 4]].transpose, [1, 2, 3].zip([4, 5], [6]), [1, 2, 3].each_entry.to_a
fact = ->(n) { (1..n).inject(1, :*) }
choose = ->(n, k) { fact[n] / fact[k] / fact[n - k] }
p fact[25], choose[49, 6], (0..5).map { |k| choose[5, k] }, choose[100, 50], (1..6).map { |n| (0..n).sum { |k| choose[n, k] } == 2**n }
multiset = ->(word) { fact[word.size] / word.chars.tally.values.map(&fact).inject(:*) }
p multiset["mississippi"], "aab".chars.permutation.map(&:join).uniq.sort, %w[a b c].each_with_index.to_a.permutation.count { |perm| perm.each_with_index.none? { |(_, i), j| i == j } }
rank = ->(perm) { perm.each_with_index.sum { |x, i| perm.drop(i + 1).count { |y| y < x } * fact[perm.size - 1 - i] } }
unrank = ->(n, items) { items.empty? ? [] : n.divmod(fact[items.size - 1]).then { |q, r| [items[q], *unrank[r, items - [items[q]]]] } }
p rank[[2, 0, 1]], unrank[4, [0, 1, 2]], unrank[999_999, [*0..9]].join, [*0..3].permutation.to_a.each_with_index.all? { |perm, i| rank[perm] == i }
next_permutation = lambda do |a|
  a = a.dup
  i = (a.size - 2).downto(0).find { |k| a[k] < a[k + 1] } or return a.reverse
  j = (a.size - 1).downto(i + 1).find { |k| a[k] > a[i] }
  a[i], a[j] = a[j], a[i]
  a[0..i] + a[i + 1..].reverse
end
p next_permutation.([1, 2, 3]), next_permutation.([1, 3, 2]), next_permutation.([3, 2, 1]), Enumerator.produce([1, 2, 3], &next_permutation).take(6).map(&:join)
partitions = ->(n, max = n) { n.zero? ? [[]] : [n, max].min.downto(1).flat_map { |k| partitions[n - k, k].map { |rest| [k, *rest] } } }
set_partitions = ->(list) { list.empty? ? [[]] : set_partitions[list[1..]].flat_map { |ps| [[[list[0]], *ps]] + ps.each_index.map { |i| ps.each_with_index.map { |part, j| i == j ? [list[0], *part] : part } } } }
p partitions[5], partitions[10].size, set_partitions[[1, 2, 3]].size, set_partitions[[*1..5]].size, set_partitions[%w[a b]]
subsets = ->(list) { (0...2**list.size).map { |mask| list.select.with_index { |_, i| mask[i] == 1 } } }
p subsets[%w[x y z]].map(&:join), subsets[[3, 34, 4, 12, 5, 2]].select { |s| s.sum == 9 }, (0..3).flat_map { |k| [1, 2, 3].combination(k).to_a } == subsets[[1, 2, 3]].sort_by { |s| [s.size, s] }
magic = [*1..9].permutation.lazy.select { |a, b, c, d, e, f, g, h, i| a + b + c == 15 && d + e + f == 15 && a + d + g == 15 && b + e + h == 15 && a + e + i == 15 && c + e + g == 15 && g + h + i == 15 }.first(2)
magic.each { |m| puts m.each_slice(3).map { |r| r.join(" ") }, "" }
siamese = ->(n) { Array.new(n) { |i| Array.new(n) { |j| n * ((i + j + 1 + n / 2) % n) + (i + 2 * j + n - 3 + 5) % n + 1 } } }
square = siamese[5]
puts square.map { |r| r.map { |x| x.to_s.rjust(2) }.join(" ") }, [*square.map(&:sum), *square.transpose.map(&:sum)].uniq.inspect
puzzle = "SEND + MORE = MONEY"
letters = puzzle.scan(/[A-Z]/).uniq
firsts = puzzle.scan(/\b[A-Z]/).uniq
small = "AB + BA = CBC"
solve = lambda do |text|
  chars = text.scan(/[A-Z]/).uniq
  heads = text.scan(/\b[A-Z]/).uniq
  left, right = text.split(" = ").map { |side| side.split(" + ") }
  [*0..9].permutation(chars.size).lazy.map { |digits| chars.zip(digits).to_h }.select { |map| heads.none? { |h| map[h].zero? } }
         .find { |map| value = ->(w) { w.each_char.inject(0) { |n, c| n * 10 + map[c] } }; left.sum(&value) == right.sum(&value) }
end
p letters.size, firsts, solve.(small)&.to_a, solve.("TO + GO = OUT")&.sort
birthday = ->(n) { 1 - (0...n).inject(1r) { |q, i| q * (365 - i) / 365 } }
p (1..).find { |n| birthday[n].to_f > 0.5 }, birthday[10].to_f.round(6), birthday[2]
dice = [1, 2, 3, 4, 5, 6].repeated_permutation(3).map(&:sum).tally.sort
p dice.max_by(&:last), dice.sum { |s, n| s * n }.fdiv(216), dice.map(&:last), [1, 2, 3, 4, 5, 6].product([1, 2, 3, 4, 5, 6]).count { |a, b| a + b == 7 }
poker = %w[S H D C].product([*2..14]).each_slice(13).map { |s| s.map(&:last).sum }
p poker, [1, 5, 10, 25].repeated_combination(3).count { |c| c.sum > 30 }, %w[red green blue].each_cons(2).map { |a| a.join("-") }, %w[a b c d].each_slice(2).to_h.to_a, [1, 2, 3, 4].combination(2).sum { |a, b| a * b }, [*1..4].permutation(2).select { |a, b| a < b }.size, [3, 3, 1].permutation(2).to_a.uniq, [1, 2, 3].cycle.each_slice(2).first(3), (1..3).to_a.product((1..3).to_a).group_by(&:sum).transform_values(&:size).to_a, [[1, 2], [3]].inject(:product), %w[x y].cycle(2).to_a, [0, 1].product(*[[0, 1]] * 2).size, [1, 2, 3].combination(2) { |c| print c.sum, " " }.class
