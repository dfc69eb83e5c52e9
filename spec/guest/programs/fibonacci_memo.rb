class Memo
  def initialize(&compute)
    @compute = compute
    @cache = {}
    @misses = 0
  end

  attr_reader :misses

  def [](*key)
    return @cache[key] if @cache.key?(key)

    @misses += 1
    @cache[key] = @compute.call(self, *key)
  end
end

fib = Memo.new { |memo, n| n < 2 ? n : memo[n - 1] + memo[n - 2] }
puts fib[50], fib[90], fib.misses

paths = Memo.new { |memo, r, c| r.zero? || c.zero? ? 1 : memo[r - 1, c] + memo[r, c - 1] }
puts paths[6, 6], paths[16, 16]

partitions = Hash.new do |h, (n, max)|
  h[[n, max]] = if n.zero? then 1
                elsif n.negative? || max.zero? then 0
                else h[[n - max, max]] + h[[n, max - 1]]
                end
end
puts partitions[[10, 10]], partitions[[40, 40]]

def ackermann(m, n)
  if m.zero? then n + 1
  elsif n.zero? then ackermann(m - 1, 1)
  else ackermann(m - 1, ackermann(m, n - 1))
  end
end
puts ackermann(2, 3)

collatz = Hash.new { |h, n| h[n] = n == 1 ? 1 : 1 + h[n.even? ? n / 2 : 3 * n + 1] }
longest = (1..300).max_by { |n| collatz[n] }
puts "#{longest} takes #{collatz[longest]} steps"

def lcs(a, b, i = 0, j = 0, memo = {})
  memo[[i, j]] ||=
    if i == a.size || j == b.size then ""
    elsif a[i] == b[j] then a[i] + lcs(a, b, i + 1, j + 1, memo)
    else [lcs(a, b, i + 1, j, memo), lcs(a, b, i, j + 1, memo)].max_by(&:size)
    end
end
puts lcs("dynamic programming", "dramatic prologue")

change = ->(amount, coins) do
  ways = [1] + [0] * amount
  coins.each { |coin| (coin..amount).each { |a| ways[a] += ways[a - coin] } }
  ways[amount]
end
puts change.call(100, [1, 5, 10, 25, 50])
