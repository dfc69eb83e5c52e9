# == Methods
naturals = (1..Float::INFINITY).lazy

p naturals.map { |n| n * n }.select(&:even?).first(5)
p naturals.reject(&:odd?).take(3).to_a
p naturals.take_while { |n| n < 6 }.to_a
p naturals.drop(3).first(2), naturals.drop_while { |n| n < 10 }.first
p naturals.flat_map { |n| [n, -n] }.first(6)
p naturals.zip(naturals.map { |n| n * 10 }).first(2)
p naturals.filter_map { |n| n * 2 if n % 3 == 0 }.first(4)
p naturals.each_with_index.map { |n, i| n * i }.first(4)
p naturals.chunk_while { |_, b| b % 4 != 0 }.first(2)
p naturals.each_slice(2).first(2)
p naturals.uniq { |n| n % 5 }.first(5)
p naturals.include?(77)

def primes
  Enumerator.new do |y|
    found = []
    2.step do |n|
      next if found.any? { |q| q * q <= n && n % q == 0 }

      found << n
      y << n
    end
  end
end

p primes.lazy.select { |q| q % 4 == 1 }.first(6)
p primes.lazy.map { |q| q * 2 }.reject { |n| n % 3 == 1 }.first(4)
p primes.each_with_index.first(3)

calls = 0
result = (1..1000).lazy.map { |n| calls += 1; n * 3 }.select { |n| n % 2 == 0 }.first(3)
p result, calls

p (1..4).lazy.map { |x| x + 1 }.force
p (1..3).lazy.eager.map { |x| x * 2 }
p (1..3).lazy.class, (1..3).lazy.to_a
p (1..20).lazy.select(&:even?).map { |x| x * x }.reject { |x| x % 3 == 0 }.to_a.sum
p (1..3).lazy.compact.to_a, [nil, 1, nil, 2].lazy.compact.to_a
lines = ["# c", "a=1", "", "b=2", "# d", "c=3"]
p lines.lazy.reject { |l| l.empty? || l.start_with?("#") }.map { |l| l.split("=") }.to_h.keys

# == Pipelines
# frozen_string_literal: true

# Lazy enumerators, Enumerator::Yielder, produce, chain, external iteration, enumerator arithmetic.
trace = []
result = (1..Float::INFINITY).lazy.map { |x| trace << "m#{x}"; x * 2 }.select { |x| trace << "s#{x}"; x % 3 == 0 }.reject(&:odd?).first(2)
p result, trace.size, trace.last(4)
p (1..).lazy.map { _1 * 2 }.take(3).to_a, (1..20).lazy.select(&:even?).map { |x| x**2 }.reject { |x| x % 3 == 1 }.force, (1..).lazy.flat_map { |x| [x] * x }.first(7), (1..).lazy.zip(("a"..)).first(3), (1..).lazy.take_while { |x| x < 4 }.to_a, (1..10).lazy.drop_while { |x| x < 8 }.to_a, (1..).lazy.filter_map { |x| x * x if x.odd? }.first(3), (1..).lazy.each_slice(2).first(2), (1..).lazy.each_with_index.map { |x, i| x * i }.first(4), (1..3).lazy.uniq { |x| x % 2 }.to_a, (1..).lazy.chunk_while { |a, b| b % 4 != 0 }.first(2), (1..).lazy.slice_when { |_, b| b % 3 == 0 }.first(2), [3, 1, 2].lazy.sort.first, (1..4).lazy.eager.class, (1..3).lazy.lazy.class, (1..).lazy.with_index.map { |a, i| a + i }.first(3), (1..3).lazy.compact.to_a, (1..).lazy.tally_by(&:odd?) rescue p $!.class
p (1..3).lazy.include?(2), (1..).lazy.include?(50), (1..).lazy.find { |x| x > 10 }, (1..).lazy.map { |x| x + 1 }.first, [4, 5].lazy.with_index(1).to_a, [1, [2, 3]].lazy.flat_map { |x| x }.to_a, ((1..2).lazy + (3..4).lazy).to_a, (1..3).lazy.size, (1..3).lazy.map { _1 }.size, (1..3).lazy.select(&:odd?).size, (1..3).lazy.inject(:+), (1..6).lazy.each_cons(2).map(&:sum).to_a, (1..3).lazy.grep(2..).to_a, (1..4).lazy.grep_v(2).to_a, (1..4).lazy.partition(&:even?), (1..3).lazy.min

primes = Enumerator.new do |y|
  sieve = Hash.new { |h, k| h[k] = [] }
  (2..).each do |n|
    factors = sieve.delete(n)
    if factors.nil?
      y << n
      sieve[n * n] << n
    else
      factors.each { |f| sieve[n + f] << f }
    end
  end
end
p primes.take(10), primes.lazy.select { |x| x % 4 == 1 }.first(5), primes.each_cons(2).lazy.select { |a, b| b - a == 2 }.first(3), primes.with_index(1).take(3), primes.next, primes.next, primes.peek, primes.lazy.map { |x| x * x }.take_while { |x| x < 200 }.to_a
collatz = ->(n) { Enumerator.produce(n) { |x| x == 1 ? raise(StopIteration) : x.even? ? x / 2 : 3 * x + 1 } }
p collatz[6].to_a, collatz[27].count, (1..30).max_by { |n| collatz[n].count }, collatz[7].each_slice(5).map(&:max), collatz[1].to_a, Enumerator.produce([0, 1]) { |a, b| [b, a + b] }.lazy.map(&:first).select(&:even?).first(6), Enumerator.produce("a", &:succ).take(28).last, Enumerator.produce(100) { |x| x / 3 }.take_while(&:positive?)

merge = lambda do |*enums|
  Enumerator.new do |out|
    heads = enums.map(&:each)
    loop do
      live = heads.select { |e| e.peek rescue false }
      break if live.empty?

      out << live.min_by(&:peek).next
    end
  end
end
p merge.([1, 4, 9], [2, 3, 10], [5]).to_a, merge.((1..).lazy.map { |x| x * 2 }, (1..).lazy.map { |x| x * 3 }).take(8)
e = [1, 2, 3].each
p e.next, e.next, e.next, (e.next rescue "done: #{$!.class}"), e.rewind.next, e.size, (loop { e.next }), e.class
en = [10, 20].each_with_index
p en.next, en.next, (begin; en.next; rescue StopIteration => stop; stop.result; end), %w[a b].cycle.take(5), %w[a b].each_entry.to_a, "hello".each_char.with_index.select { |c, i| i.even? }.map(&:first), 5.times.to_a, 3.upto(6).select(&:even?), 10.step(1, -3).to_a, 1.step(by: 2, to: 7).to_a, 1.0.step(2.0, 0.5).to_a, (0..1).step(0.25).to_a, 1.step.lazy.map { |x| x * 2 }.first(2), ("a".."e").step(2).to_a, (1..10).%(4).to_a, "a".upto("e").to_a.size
gen = Enumerator.new { |y| y << 1 << 2; y.yield 3, 4; :ret }
p gen.to_a, gen.next, gen.next, gen.next, (begin; gen.next; rescue StopIteration => s; s.result; end), gen.size, Enumerator.new(3) { }.size, Enumerator.new { |y| y.yield }.to_a, gen.each_with_object([]).to_a.size, gen.inspect.class, [1, 2].each.with_object(:x).to_a, [1, 2].map.with_index { |x, i| x * i }, [1, 2].each_with_index.to_a, [3, 4].select.with_index { |x, i| i > 0 }, %w[x y].each.with_index(1).map { |s, i| s * i }, [5, 6].each.next
chain = [1, 2].chain(3..4, [5].each)
p chain.to_a, chain.size, ([1].each + [2]).class, chain.lazy.map { |x| x * 2 }.first(4), chain.with_index.to_a.last, chain.inspect.class, [[1, 2], [3]].each(&:first).size, [4, 5].to_enum(:each_with_index).to_a, "ab".enum_for(:each_byte).to_a, def numbers = (return enum_for(__method__) unless block_given?; yield 1; yield 2), numbers.map { |x| x + 1 }
