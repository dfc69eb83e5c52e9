# Memoised recursion in the usual styles: default procs, ||=, decorators.
fib = Hash.new { |h, n| h[n] = n < 2 ? n : h[n - 1] + h[n - 2] }
puts fib[50], fib[90]

module Memo
  def memoize(name)
    original = instance_method(name)
    cache = {}
    define_method(name) do |*args|
      cache.fetch(args) { cache[args] = original.bind(self).call(*args) }
    end
  end
end

class Paths
  extend Memo

  def calls = @calls ||= 0

  def grid(rows, cols)
    @calls = calls + 1
    return 1 if rows.zero? || cols.zero?

    grid(rows - 1, cols) + grid(rows, cols - 1)
  end
  memoize :grid

  def settings
    @settings ||= begin
      puts "loading"
      { depth: 3 }
    end
  end
end

paths = Paths.new
puts paths.grid(10, 10), paths.calls
puts paths.settings[:depth], paths.settings[:depth]

def permutations(list)
  return [list] if list.size <= 1

  list.flat_map { |x| permutations(list - [x]).map { |rest| [x, *rest] } }
end
puts permutations([1, 2, 3]).map(&:join).join(" ")

def subsets(list) = list.empty? ? [[]] : subsets(list[1..]).flat_map { |s| [s, [list[0], *s]] }
puts subsets(%w[a b c]).map(&:join).sort.inspect

def ackermann(m, n)
  if m.zero? then n + 1
  elsif n.zero? then ackermann(m - 1, 1)
  else ackermann(m - 1, ackermann(m, n - 1))
  end
end
puts ackermann(2, 3)

def deep_flatten(list, out = [])
  list.each { |x| x.is_a?(Array) ? deep_flatten(x, out) : out << x }
  out
end
puts deep_flatten([1, [2, [3, [4, []]]], 5]).inspect

def change(amount, coins, memo = {})
  return 0 if amount.zero?
  return Float::INFINITY if amount.negative?

  memo[amount] ||= 1 + coins.map { |c| change(amount - c, coins, memo) }.min
end
puts change(63, [1, 5, 10, 21, 25])

def collatz(n, steps = 0) = n == 1 ? steps : collatz(n.even? ? n / 2 : 3 * n + 1, steps + 1)
puts (1..20).max_by { |n| collatz(n) }

def gcd(a, b) = b.zero? ? a : gcd(b, a % b)
puts gcd(1071, 462), [12, 18, 24].reduce { |a, b| gcd(a, b) }
