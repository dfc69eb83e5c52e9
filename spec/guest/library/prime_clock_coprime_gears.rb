# Needs Ruby 3.3: a gem of its own
require 'prime'

Gear = Data.define(:teeth) do
  def factors = teeth.prime_division.to_h
  def coprime?(other) = (factors.keys & other.factors.keys).empty?
  def repeats_after(other) = teeth.lcm(other.teeth) / teeth
end

gears = [12, 15, 17, 22, 35].map { |n| Gear.new(teeth: n) }
puts "      #{gears.map { |g| g.teeth.to_s.rjust(5) }.join}"
gears.each do |a|
  cells = gears.map { |b| a == b ? '-' : "#{a.repeats_after(b)}#{'*' if a.coprime?(b)}" }
  puts "#{a.teeth.to_s.rjust(5)} #{cells.map { |c| c.rjust(5) }.join}"
end

def lcm_by_primes(numbers)
  merged = numbers.map { |n| n.prime_division.to_h }.reduce { |a, b| a.merge(b) { |_, x, y| [x, y].max } }
  Prime.int_from_prime_division(merged.to_a)
end

p lcm_by_primes(gears.map(&:teeth)), gears.map(&:teeth).reduce(:lcm)
p gears.first.factors, gears.last

def pick_ratio(target, range)
  candidates = Prime.each(range.end).select { |n| range.cover?(n) }
  candidates.permutation(2).min_by { |a, b| [(Rational(a, b) - target).abs, a] }
end

[2r, 1.618r, 5/3r].each do |t|
  a, b = pick_ratio(t, 11..97)
  printf("%.4f ~ %d/%d = %.4f\n", t, a, b, a.fdiv(b))
end

cicadas = { 'brood A' => 13, 'brood B' => 17 }
predators = (2..9).to_h { |n| [n, cicadas.values.map { |c| n.lcm(c) }.min] }
p predators, predators.min_by(&:last)
puts "broods meet every #{cicadas.values.reduce(:lcm)} years" if cicadas.values.all?(&:prime?)
begin
  Gear.new(teeth: 0).factors
rescue ZeroDivisionError
  puts 'a gear needs teeth'
end
