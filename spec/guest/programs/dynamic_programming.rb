# Longest common subsequence, edit paths, coin change, partitions, longest increasing run.
def lcs(a, b)
  table = Array.new(a.size + 1) { Array.new(b.size + 1, "") }
  a.each_char.with_index(1) do |x, i|
    b.each_char.with_index(1) do |y, j|
      table[i][j] = x == y ? table[i - 1][j - 1] + x : [table[i - 1][j], table[i][j - 1]].max_by(&:size)
    end
  end
  table[-1][-1]
end
puts lcs("AGGTAB", "GXTXAYB"), lcs("abc", "xyz").inspect

def ways(amount, coins)
  coins.each_with_object([1] + [0] * amount) do |coin, table|
    (coin..amount).each { |i| table[i] += table[i - coin] }
  end.last
end
puts ways(100, [1, 5, 10, 25, 50])

def lis(list)
  best = list.map { |x| [x] }
  list.each_index do |i|
    (0...i).each { |j| best[i] = best[j] + [list[i]] if list[j] < list[i] && best[j].size + 1 > best[i].size }
  end
  best.max_by(&:size)
end
puts lis([10, 9, 2, 5, 3, 7, 101, 18]).inspect

def max_subarray(list)
  best = sum = list.first
  list.drop(1).each do |x|
    sum = [x, sum + x].max
    best = [best, sum].max
  end
  best
end
puts max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4])

def split_equal?(list)
  total = list.sum
  return false if total.odd?

  reachable = list.reduce([0]) { |sums, x| sums | sums.map { |s| s + x } }
  reachable.include?(total / 2)
end
puts split_equal?([1, 5, 11, 5]), split_equal?([1, 2, 5])

def word_break(text, words, memo = {})
  return [[]] if text.empty?

  memo[text] ||= words.select { |w| text.start_with?(w) }.flat_map do |w|
    word_break(text[w.size..], words, memo).map { |rest| [w, *rest] }
  end
end
puts word_break("catsanddog", %w[cat cats and sand dog]).map { |p| p.join(" ") }.sort

triangle = [[2], [3, 4], [6, 5, 7], [4, 1, 8, 3]]
puts triangle.reverse.reduce { |below, row| row.each_with_index.map { |v, i| v + below[i, 2].min } }.first
pascal = (1...6).each_with_object([[1]]) { |_, rows| rows << [0, *rows.last].zip([*rows.last, 0]).map(&:sum) }
pascal.each { |row| puts row.join(" ").center(20).rstrip }
