# Sequences that have no end, taken as far as needed.
require "prime"

def collatz(n) = Enumerator.produce(n) { |x| x.even? ? x / 2 : 3 * x + 1 }
def steps(n) = collatz(n).find_index(1)

longest = (1..300).max_by { |n| steps(n) }
puts "From #{longest} it takes #{steps(longest)} steps to 1"

twins = Prime.lazy.each_cons(2).select { |a, b| b - a == 2 }
twins.first(5).each { |pair| puts pair.join(" and ") }

fibonacci = Enumerator.new do |out|
  a, b = 0, 1
  loop { out << a; a, b = b, a + b }
end
fibonacci.lazy.select(&:odd?).map { |n| n ** 2 }.first(8)
