def sieve(limit)
  flags = Array.new(limit + 1, true)
  flags[0] = flags[1] = false
  (2..Integer.sqrt(limit)).each do |n|
    next unless flags[n]

    (n * n).step(limit, n) { |m| flags[m] = false }
  end
  flags.each_index.select { |i| flags[i] }
end

primes = sieve(200)
puts primes.size, primes.last(5).inspect
puts primes.each_cons(2).select { |a, b| b - a == 2 }.map { |pair| pair.join("-") }.join(" ")

def factorize(n)
  factors = []
  divisor = 2
  while divisor * divisor <= n
    while (n % divisor).zero?
      factors << divisor
      n /= divisor
    end
    divisor += divisor == 2 ? 1 : 2
  end
  factors << n if n > 1
  factors
end

[12, 97, 360, 1001, 123_456, 600_851_475_143].each do |n|
  puts "#{n} = #{factorize(n).tally.map { |f, e| e == 1 ? f.to_s : "#{f}^#{e}" }.join(' * ')}"
end

def extended_gcd(a, b)
  return [a, 1, 0] if b.zero?

  g, x, y = extended_gcd(b, a % b)
  [g, y, x - a / b * y]
end

puts 48.gcd(18), 4.lcm(6), 1071.gcd(462), [12, 18, 30].reduce(:gcd), (1..20).reduce(:lcm)
g, x, y = extended_gcd(240, 46)
puts "#{g} = 240*#{x} + 46*#{y}"
puts 3.pow(200, 13), 2.pow(10), 7.pow(-1 % 12, 13)

perfect = (2..500).select { |n| (1...n).select { |d| (n % d).zero? }.sum == n }
p perfect
p (1..30).map { |i| if i % 15 == 0 then "FizzBuzz" elsif i % 5 == 0 then "Buzz" elsif i % 3 == 0 then "Fizz" else i end }
p (1..12).map { |n| (1..n).count { |k| n.gcd(k) == 1 } }
happy = ->(n) { seen = []; until n == 1 || seen.include?(n) do seen << n; n = n.digits.sum { |d| d * d } end; n == 1 }
p (1..50).select(&happy)
p (100..999).select { |n| n.digits.sum { |d| d**3 } == n }
p (1..20).each_cons(3).select { |a, b, c| a * a + b * b == c * c }, (1..20).to_a.combination(3).select { |a, b, c| a * a + b * b == c * c }
triangle = [[1]]
6.times { triangle << [1, *triangle.last.each_cons(2).map(&:sum), 1] }
triangle.each { |row| puts row.join(" ").center(24).rstrip }
puts Integer.sqrt(99), Math.sqrt(2).round(6), Math.cbrt(27).round(3), Math.hypot(3, 4), Math.log2(1024), Math.log10(1000).round(3), Math.log(8, 2).round(3)
p 17.bit_length, 6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, -16 >> 2, 10.divmod(3), (-10).divmod(3), 10.remainder(-3), -7.abs, 5.pred, 7.0.divmod(2)
