# Classic katas: primes, perfect numbers, Pascal, happy numbers, Luhn, spiral, sieve, clock hands.
sieve = ->(max) { (2..max).each_with_object([true] * (max + 1)) { |n, s| (n * n).step(max, n) { |m| s[m] = false } if s[n] }.each_index.select { |i| i > 1 && i <= max && (2..Math.sqrt(i)).none? { |d| (i % d).zero? } } }
puts sieve[40].inspect
factors = ->(n) { (2..n).each_with_object([]) { |d, f| (f << d; n /= d) while (n % d).zero? } }
puts factors[360].tally.map { |p, e| e > 1 ? "#{p}^#{e}" : p.to_s }.join(" * "), (1..500).select { |n| (1...n).select { |d| (n % d).zero? }.sum == n }.inspect
happy = ->(n, seen = []) { n == 1 || (!seen.include?(n) && happy.(n.digits.sum { |d| d * d }, seen + [n])) }
puts (1..30).select { |n| happy.(n) }.inspect
luhn = ->(s) { s.delete(" ").chars.reverse.map(&:to_i).each_with_index.sum { |d, i| i.odd? ? (d * 2).digits.sum : d } % 10 == 0 }
puts luhn.("4539 3195 0343 6467"), luhn.("8273 1232 7352 0569")
isbn = ->(s) { s.delete("-").each_char.with_index.sum { |c, i| (c == "X" ? 10 : c.to_i) * (10 - i) } % 11 == 0 }
puts isbn.("3-598-21508-8"), isbn.("3-598-21507-X"), isbn.("3-598-21507-A")
armstrong = (100..999).select { |n| n.digits.sum { |d| d**3 } == n }
puts armstrong.inspect, (1..20).reduce(:lcm), 100.digits.sum, (2**1000).digits.sum, (1..25).reduce(:*).to_s.reverse.chars.take_while { |c| c == "0" }.size
angle = ->(h, m) { d = (30 * h - 5.5 * m).abs % 360; [d, 360 - d].min }
puts angle.(3, 30), angle.(12, 0), angle.(9, 45)
look = ->(s) { s.chars.chunk_while { |a, b| a == b }.map { |g| "#{g.size}#{g[0]}" }.join }
puts 6.times.each_with_object(["1"]) { |_, l| l << look.(l.last) }.join(" ")
brackets = lambda do |s|
  pairs = { ")" => "(", "]" => "[", "}" => "{" }
  s.each_char.with_object([]) do |c, stack|
    if pairs.value?(c) then stack.push(c)
    elsif pairs.key?(c) then return false unless stack.pop == pairs[c]
    end
  end.empty?
end
puts ["{[()]}", "{[(])}", "((", "a(b)c"].map(&brackets).inspect
two_sum = ->(list, target) { seen = {}; list.each_with_index { |x, i| return [seen[target - x], i] if seen[target - x]; seen[x] = i }; nil }
puts two_sum.([2, 7, 11, 15], 9).inspect, two_sum.([1], 2).inspect
water = ->(h) { h.each_index.sum { |i| [h[0..i].max, h[i..].max].min - h[i] } }
puts water.([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1])
hanoi = ->(n, a, b, c) { n.zero? ? [] : hanoi.(n - 1, a, c, b) + [[a, c]] + hanoi.(n - 1, b, a, c) }
puts hanoi.(3, "A", "B", "C").map(&:join).join(" "), hanoi.(6, 1, 2, 3).size
josephus = ->(n, k) { (1..n).reduce(0) { |s, i| (s + k) % i } + 1 }
puts josephus.(41, 3), (1..10).map { |n| n.to_s.rjust(3) }.each_slice(5).map(&:join), 1.0.step(2.0, 0.5).to_a.inspect
queens = lambda { |n, cols = []| cols.size == n ? 1 : (0...n).sum { |c| cols.each_with_index.none? { |q, r| q == c || (q - c).abs == cols.size - r } ? queens.(n, cols + [c]) : 0 } }
puts queens.(6)
mono = (1..99).find_all { |n| n * n == (n * n).to_s.reverse.to_i }
puts mono.inspect, 65.chr + 0x7a.chr, ("a".."zz").to_a.size, "az".next, "Zz".succ, "a9".succ
