# Needs Ruby 3.3: a gem of its own
require 'prime'

[1, 2, 60, 97, 1001, 2**10, 123_456_789, -12].each do |n|
  factors = n.prime_division
  text = factors.map { |prime, e| e == 1 ? prime.to_s : "#{prime}^#{e}" }.join(' * ')
  puts "#{n} = #{text.empty? ? 1 : text}#{'  (prime)' if n.prime?}"
end

def divisors(n)
  n.prime_division.inject([1]) { |ds, (prime, e)| ds.flat_map { |d| (0..e).map { |k| d * prime**k } } }.sort
end

def totient(n) = n.prime_division.reduce(n) { |t, (prime, _)| t / prime * (prime - 1) }

p divisors(60), divisors(60).size, totient(60), (1..30).select { |n| divisors(n).sum == 2 * n }
p Prime.first(10), Prime.take_while { |x| x < 30 }, Prime.each(20).to_a, Prime.lazy.select { |x| x % 10 == 3 }.first(4)
p Prime.prime?(91), 91.prime?, 7919.prime?, Prime.int_from_prime_division([[2, 3], [5, 1]])
p Integer.from_prime_division([[3, 2], [7, 1]]), Prime.prime_division(84), Prime.include?(13), Prime.include?(15)
p Prime.each_with_index.first(3), Prime.each_cons(2).lazy.select { |a, b| b - a == 2 }.first(4)
p Integer.each_prime(12).to_a
gen = Prime::EratosthenesGenerator.new
p gen.next, gen.next, gen.succ
gen.rewind
p gen.next, gen.upper_bound
p Prime::TrialDivisionGenerator.new.take(5), Prime::Generator23.new.take(8)
p Prime.instance.equal?(Prime.instance), Prime.each(5) { |x| print x, ' ' }
begin
  0.prime_division
rescue ZeroDivisionError => e
  puts e.class
end
begin
  Prime.prime?(1.5)
rescue ArgumentError => e
  puts e.message
end
begin
  Prime.new
rescue NoMethodError => e
  puts e.class
end
