# Recursion: permutations, power sets, Ackermann, mutual recursion, Y combinator, fractals, parsing, backtracking.
def permutations(list) = list.empty? ? [[]] : list.flat_map { |x| permutations(list - [x]).map { |rest| [x, *rest] } }
def power_set((head, *tail)) = head.nil? ? [[]] : power_set(tail).then { |sets| sets + sets.map { |s| [head, *s] } }
def ackermann(m, n) = m.zero? ? n + 1 : ackermann(m - 1, n.zero? ? 1 : ackermann(m, n - 1))
def even(n) = n.zero? || odd(n - 1)
def odd(n) = n.nonzero? ? even(n - 1) : false
def flatten(list) = list.each_with_object([]) { |x, flat| x.is_a?(Array) ? flat.concat(flatten(x)) : flat << x }
def gcd(a, b) = b.zero? ? a : gcd(b, a % b)
def power(x, n) = n.zero? ? 1 : n.even? ? power(x * x, n / 2) : x * power(x, n - 1)
def digits_sum(n) = n < 10 ? n : digits_sum(n.digits.sum)
def binary(n) = n < 2 ? n.to_s : binary(n / 2) + (n % 2).to_s
def reverse(s) = s.empty? ? "" : reverse(s[1..]) + s[0]
def palindrome?(s) = s.size < 2 || (s[0] == s[-1] && palindrome?(s[1..-2]))
def hanoi(n, from = :a, to = :c, via = :b) = n.zero? ? [] : hanoi(n - 1, from, via, to) + [[from, to]] + hanoi(n - 1, via, to, from)
def compositions(n) = n.zero? ? [[]] : (1..n).flat_map { |k| compositions(n - k).map { |rest| [k, *rest] } }
def collatz(n, steps = 0) = n == 1 ? steps : collatz(n.even? ? n / 2 : 3 * n + 1, steps + 1)
def binomial(n, k) = k.zero? || k == n ? 1 : binomial(n - 1, k - 1) + binomial(n - 1, k)
def gray(n) = n.zero? ? [""] : gray(n - 1).then { |g| g.map { |c| "0#{c}" } + g.reverse.map { |c| "1#{c}" } }
p permutations([1, 2, 3]), power_set(%w[a b c]), ackermann(2, 3), even(10), odd(7), flatten([1, [2, [3, [4, []]], 5]]), gcd(1071, 462), power(3, 40), digits_sum(987654321), binary(37), reverse("hello"), palindrome?("racecar"), hanoi(3).size, hanoi(2), compositions(4).size, compositions(3), collatz(27), binomial(12, 5), gray(3)

y = ->(f) { ->(x) { x.(x) }.(->(x) { f.(->(v) { x.(x).(v) }) }) }
p y.(->(me) { ->(n) { n < 2 ? 1 : n * me.(n - 1) } }).(10), y.(->(me) { ->(l) { l.empty? ? 0 : l[0] + me.(l.drop(1)) } }).([1, 2, 3])
hofstadter_f = Hash.new { |h, n| h[n] = n.zero? ? 1 : n - hofstadter_m(h, n) }
def hofstadter_m(f, n) = n.zero? ? 0 : n - f[hofstadter_m(f, n - 1)]
p (0..10).map { |n| hofstadter_f[n] }

def sierpinski(n) = n.zero? ? ["*"] : sierpinski(n - 1).then { |t| w = 2**(n - 1); t.map { |l| " " * w + l + " " * w } + t.map { |l| "#{l} #{l}" } }
puts sierpinski(3).map(&:rstrip)
def cantor(n, line = "#" * 27) = n.zero? ? [line] : [line, *cantor(n - 1, line.gsub(/#+/) { |run| k = run.size / 3; "#" * k + " " * k + "#" * k })]
puts cantor(3)
def koch(n) = n.zero? ? "F" : koch(n - 1).gsub("F", "F+F--F+F")
def dragon(n) = n.zero? ? "L" : dragon(n - 1).then { |d| "#{d}L#{d.reverse.tr('LR', 'RL')}" }
p koch(2), dragon(4), koch(4).count("F")
lsystem = ->(axiom, rules, n) { n.zero? ? axiom : lsystem.(axiom.gsub(/./) { |c| rules.fetch(c, c) }, rules, n - 1) }
p lsystem.("A", { "A" => "AB", "B" => "A" }, 6), (0..7).map { |n| lsystem.("A", { "A" => "AB", "B" => "A" }, n).size }

def queens(n, row = 0, placed = [])
  return [placed] if row == n

  (0...n).reject { |c| placed.each_with_index.any? { |pc, pr| pc == c || (pc - c).abs == row - pr } }.flat_map { |c| queens(n, row + 1, placed + [c]) }
end
p queens(6), queens(5).size
def knights(n, path) = path.size == n * n ? path : [[1, 2], [2, 1], [2, -1], [1, -2], [-1, -2], [-2, -1], [-2, 1], [-1, 2]].map { |dx, dy| [path[-1][0] + dx, path[-1][1] + dy] }.select { |x, yy| x.between?(0, n - 1) && yy.between?(0, n - 1) && !path.include?([x, yy]) }.sort_by { |x, yy| [[1, 2], [2, 1], [2, -1], [1, -2], [-1, -2], [-2, -1], [-2, 1], [-1, 2]].count { |dx, dy| (x + dx).between?(0, n - 1) && (yy + dy).between?(0, n - 1) && !path.include?([x + dx, yy + dy]) } }.each { |step| found = knights(n, path + [step]) and return found } && nil
tour = knights(5, [[0, 0]])
board = Array.new(5) { Array.new(5) }
tour.each.with_index(1) { |(x, yy), i| board[yy][x] = i.to_s.rjust(2) }
puts board.map { |r| r.join(" ") }
def flood(grid, x, yy, color, old = grid[yy][x])
  return grid if x.negative? || yy.negative? || grid.dig(yy, x) != old || old == color

  grid[yy][x] = color
  [[1, 0], [-1, 0], [0, 1], [0, -1]].each { |dx, dy| flood(grid, x + dx, yy + dy, color, old) }
  grid
end
puts flood(["..#..", ".##..", "#...."].map(&:chars), 0, 0, "o").map(&:join)
json = ->(v) { case v when Hash then "{#{v.map { |k, x| "#{k.to_s.inspect}:#{json.(x)}" }.join(',')}}" when Array then "[#{v.map(&json).join(',')}]" when nil then "null" else v.inspect end }
p json.({ a: [1, nil, { b: "x" }], c: true }), (depth = ->(v) { v.is_a?(Array) ? 1 + (v.map(&depth).max || 0) : 0 }).([1, [2, [3]], []])
change = ->(amount, coins) { amount.zero? ? 1 : amount.negative? || coins.empty? ? 0 : change.(amount - coins[0], coins) + change.(amount, coins.drop(1)) }
merge = ->(a, b) { a.empty? ? b : b.empty? ? a : a[0] <= b[0] ? [a[0], *merge.(a.drop(1), b)] : [b[0], *merge.(a, b.drop(1))] }
sort = ->(l) { l.size < 2 ? l : merge.(*l.each_slice((l.size / 2.0).ceil).map(&sort)) }
quick = ->((pivot, *rest)) { pivot.nil? ? [] : rest.partition { |x| x < pivot }.then { |l, r| [*quick.(l), pivot, *quick.(r)] } }
p change.(50, [25, 10, 5, 1]), sort.([5, 2, 9, 1, 5, 6]), quick.([3, 6, 1, 8, 2, 9, 2]), (def deep(n) = n.zero? ? 0 : 1 + deep(n - 1); deep(500))
