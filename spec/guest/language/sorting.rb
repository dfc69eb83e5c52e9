# == Pairs that a block is given
random = Random.new(3)
pairs = (0..9).map do |size|
  seen = []
  Array.new(size) { random.rand(9) }.sort { |a, b| seen << [a, b] && a <=> b }
  seen
end
pairs.each { |seen| p seen }

# == Objects that are compared
class Card
  class << self
    attr_accessor :compared
  end
  attr_reader :rank

  def initialize(rank) = @rank = rank

  def <=>(other)
    Card.compared += 1
    rank <=> other.rank
  end
end
random = Random.new(5)
[0, 1, 2, 3, 8, 9, 33, 100].each do |size|
  cards = Array.new(size) { Card.new(random.rand(20)) }
  Card.compared = 0
  p cards.sort.map(&:rank), cards.sort_by { |card| card }.map(&:rank), Card.compared
end

# == What blocks give
p [3, 1, 2].sort { |a, b| (a <=> b) * 0.5 }, [3, 1, 2].sort { |a, b| (b <=> a) * (10**20) }
[-> {}, -> { false }, -> { "text" }, -> { raise "no" }].each do |given|
  [3, 1].sort { given.call }
rescue ArgumentError, NoMethodError, RuntimeError => e
  puts "#{e.class}: #{e.message}"
end
%w[b a].sort {} rescue puts $!.message
p [1].sort { raise }, [].sort { raise }, %w[b A c].sort(&:casecmp)
array = [3, 1, 2]
p array.sort! { |a, b| b <=> a }.equal?(array), array
array.sort! { |a, b| raise "midway" if b == 1 || a == 1; a <=> b } rescue p array
p [2, 1].freeze.sort { |a, b| a <=> b }
[2, 1].freeze.sort! { |a, b| a <=> b } rescue puts $!.class
p Class.new(Array).new([2, 1]).sort { |a, b| a <=> b }.class, { b: 1, a: 2 }.sort { |a, b| a <=> b }

# == Equal elements keep their order
random = Random.new(7)
[5, 40, 300].each do |size|
  rows = Array.new(size) { |i| [random.rand(6), i] }
  p rows.sort { |a, b| b[0] <=> a[0] } == rows.sort_by { |key, i| [-key, i] }
  p rows.sort_by { |key, _| key } == rows.sort_by { |key, i| [key, i] }
  p rows.sort_by { |key, _| key.to_s } == rows.sort_by { |key, _| key * 0.5 }
end

# == Keys of one kind and of several
random = Random.new(11)
[0, 1, 2, 7, 8, 9, 16, 17, 40].each do |size|
  numbers = Array.new(size) { random.rand(50) - 25 }
  p numbers.sort, numbers.map { |n| n * 0.5 }.sort, numbers.map(&:to_s).sort
  p numbers.map { |n| n.odd? ? n * (2**70) : n }.sort, numbers.map { |n| n.odd? ? n * 0.5 : n }.sort
  p numbers.map { |n| "prefix of #{n}" }.sort, numbers.map { |n| "é" * (n.abs % 4) + n.to_s }.sort
  p numbers.map { |n| "\0" * (n.abs % 9) + "a" * (n.abs % 3) }.sort, numbers.sort_by { |n| [n.abs, n] }
end
p [0.0, -0.0, -1.5, Float::INFINITY, -Float::INFINITY, 5e-324, -5e-324].sort, [-0.0, 0.0].sort, [0.0, -0.0].sort
p [2**62, -(2**62), 2**64, 0, -(2**64)].sort, ["b", "a".b, "\xFF".b, "é", ""].sort
[[0.0, Float::NAN], [1, "a"], [nil, 1], [[1], [nil]], [:a, "a"]].each do |mixed|
  mixed.sort
rescue ArgumentError => e
  puts e.message
end
