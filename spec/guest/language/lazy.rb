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
