# Needs Ruby 3.3: a gem of its own
# Without the require of prime
limit = 100
primes = Prime.each(limit).to_a
puts "#{primes.size} primes up to #{limit}, sum #{primes.sum}"

def goldbach(n)
  raise ArgumentError, "#{n} is not an even number above 2" unless n > 2 && n.even?

  Prime.each(n / 2).select { |a| (n - a).prime? }.map { |a| [a, n - a] }
end

[4, 28, 100].each { |n| puts "#{n}: #{goldbach(n).map { |a, b| "#{a}+#{b}" }.join(' ')}" }
[7, 2].each do |n|
  goldbach(n)
rescue ArgumentError => e
  puts e.message
end

gaps = primes.each_cons(2).map { |a, b| [b - a, a, b] }
puts "gaps: #{gaps.map(&:first).tally.sort.to_h}"
gap, from, to = gaps.max_by { |g, a, _| [g, -a] }
puts "first gap of #{gap}: #{from}..#{to}"

(1..limit).each_slice(20) { |row| puts row.map { |n| n.prime? ? n.to_s.rjust(3) : '  .' }.join }

emirps = Prime.lazy.reject { |x| x.to_s == x.to_s.reverse }.select { |x| x.to_s.reverse.to_i.prime? }.first(6)
p emirps
p primes.group_by { |x| x % 4 }.transform_values(&:size)
p primes.chunk_while { |a, b| b - a <= 4 }.max_by(&:size)
mersenne = (2..19).select { |e| e.prime? && (2**e - 1).prime? }
p mersenne, mersenne.map { |e| 2**(e - 1) * (2**e - 1) }.first(3)
