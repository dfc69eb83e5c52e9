# frozen_string_literal: true

# Bloom filter, counting sketch, reservoir sampling, consistent hashing: bits and integer hashes.
module Hashing
  MASK = (1 << 32) - 1
  module_function

  def fnv(text, seed = 0) = text.each_byte.inject(2_166_136_261 ^ seed) { |h, b| ((h ^ b) * 16_777_619) & MASK }

  def murmur_mix(h)
    h ^= h >> 16
    h = h * 0x85ebca6b & MASK
    h ^= h >> 13
    h = h * 0xc2b2ae35 & MASK
    h ^ h >> 16
  end

  def djb2(text) = text.bytes.reduce(5381) { |h, b| (h << 5) + h + b & MASK }
end

class Bloom
  attr_reader :bits

  def initialize(size: 256, hashes: 3)
    @size, @hashes, @bits = size, hashes, 0
  end

  def add(item) = tap { positions(item).each { |i| @bits |= 1 << i } }
  alias << add
  def include?(item) = positions(item).all? { |i| @bits[i] == 1 }
  def |(other) = self.class.new(size: @size, hashes: @hashes).tap { |b| b.instance_variable_set(:@bits, bits | other.bits) }
  def fill = @bits.digits(2).sum.fdiv(@size)
  def error_rate = fill**@hashes

  private

  def positions(item)
    a, b = Hashing.fnv(item.to_s), Hashing.murmur_mix(Hashing.djb2(item.to_s))
    Array.new(@hashes) { |i| (a + i * b) % @size }
  end
end

words = %w[apple banana cherry date elderberry fig grape]
bloom = words.each_with_object(Bloom.new) { |w, b| b << w }
puts words.all? { |w| bloom.include?(w) }, bloom.bits.bit_length, bloom.bits.to_s(16), bloom.fill.round(4), format("%.5f", bloom.error_rate)
others = (1..200).map { |i| "word#{i}" }
puts others.count { |w| bloom.include?(w) }, (bloom | Bloom.new.add("kiwi")).include?("kiwi"), bloom.include?("kiwi")

class CountMin
  def initialize(width: 32, depth: 4) = @rows = Array.new(depth) { [0] * width }
  def add(item, n = 1) = cells(item).each { |row, i| row[i] += n }
  def [](item) = cells(item).map { |row, i| row[i] }.min

  private

  def cells(item) = @rows.each_with_index.map { |row, seed| [row, Hashing.fnv(item, seed * 7919) % row.size] }
end
sketch = CountMin.new
exact = Hash.new(0)
"it was the best of times it was the worst of times it was the age of wisdom".split.each do |w|
  sketch.add(w)
  exact[w] += 1
end
puts exact.keys.sort.map { |w| "#{w}:#{exact[w]}/#{sketch[w]}" }.join(" ")

class Ring
  def initialize(*nodes, replicas: 5)
    @points = nodes.flat_map { |n| (0...replicas).map { |i| [Hashing.murmur_mix(Hashing.fnv("#{n}#{i}")), n] } }.sort
  end

  def node_for(key)
    h = Hashing.murmur_mix(Hashing.fnv(key))
    (@points.bsearch { |point, _| point >= h } || @points.first).last
  end
end
keys = (1..30).map { |i| "key#{i}" }
three, four = Ring.new("a", "b", "c"), Ring.new("a", "b", "c", "d")
puts keys.map { |k| three.node_for(k) }.tally.sort.inspect.then { |s| s.delete('"') }, keys.count { |k| three.node_for(k) != four.node_for(k) }
puts keys.reject { |k| three.node_for(k) == four.node_for(k) }.map { |k| four.node_for(k) }.uniq.inspect

lcg = Enumerator.produce(42) { |x| (1_103_515_245 * x + 12_345) % 2**31 }
xorshift = Enumerator.produce(2_463_534_242) { |x| x ^= x << 13 & Hashing::MASK; x ^= x >> 17; x ^ x << 5 & Hashing::MASK }
sample = (1..100).zip(lcg.lazy.drop(1)).each_with_object([]) { |(item, r), kept| kept.size < 5 ? kept << item : (j = r % item; kept[j] = item if j < 5) }
puts lcg.take(4).inspect, xorshift.lazy.map { |x| x % 6 + 1 }.first(10).join, sample.inspect, Hashing.fnv("hello").to_s(16), Hashing.djb2("hello"), Hashing.murmur_mix(1)
bits = 0b1011_0110
puts bits.to_s(2).rjust(8, "0"), bits[0], bits[1..3], bits[4, 4], bits.bit_length, (bits & -bits), bits & bits - 1, ~bits, bits.allbits?(0b110), bits.anybits?(1), bits.nobits?(1), bits ^ 0xff, -bits >> 2, 1 << 70 >> 68, bits.digits(16).inspect, 2**40 | 1, (-1)[100], 255.pow(255, 256), bits.to_s(2).count("1"), bits.to_s(2).reverse.to_i(2)
