# Needs Ruby 3.3: its standard library
require 'set'

a = Set[1, 2, 3, 4]
b = Set.new([3, 4, 5])

p a | b, a & b, a - b, a ^ b, a + b == a.union(b)
p a.subset?(Set[1, 2, 3, 4, 5]), a <= a, a < a, a.superset?(Set[1]), a >= b, a.disjoint?([9]), a.intersect?(b)
p a <=> Set[1], a <=> b, a === 3, a.include?(9), a.add?(3), a.add?(9)&.size, a.delete?(42), a.delete(9)
p a.to_a, a.first, a.min, a.sum, a.map { |x| x % 2 }.to_set, a.group_by(&:odd?), a.partition(&:even?), a.classify(&:odd?)
p a.divide { |x| x % 3 }, [1, 1, 2].to_set.size, a.select(&:even?).class, a.length, Set.new([1, 2]) { |x| x * 10 }
p a == Set[4, 3, 2, 1], a.eql?(Set[1, 2, 3, 4]), a.hash == Set[4, 3, 2, 1].hash, Set[Set[1], Set[1]].size
p a.frozen?, a.dup.clear.empty?, a.merge([7], [8]).size, a.subtract([7, 8]), a.reject! { |x| x > 100 }, a.keep_if { |x| x < 4 }
p a.join('-'), a.inspect, a.to_s, Set[nil, :x, 'y'].inspect, Set.new.inspect, Set[[1], { k: 1 }].flatten.size
begin
  Set.new(5)
rescue ArgumentError => e
  puts e.message
end
begin
  a.freeze << 1
rescue FrozenError => e
  puts e.class
end

Card = Data.define(:rank, :suit) do
  def self.parse(text) = new(rank: '23456789TJQKA'.index(text[0]) + 2, suit: text[1])
end

def name_hand(text)
  cards = text.split.map { |t| Card.parse(t) }.to_set
  raise ArgumentError, "expected 5 different cards, got #{cards.size}" unless cards.size == 5

  ranks = cards.map(&:rank).sort
  flush = cards.map(&:suit).to_set.one?
  straight = ranks.each_cons(2).all? { |x, y| y == x + 1 } || ranks.to_set == Set[2, 3, 4, 5, 14]
  case [straight, flush, ranks.tally.values.sort.reverse]
  in [true, true, _] then 'straight flush'
  in [_, _, [4, *]] then 'four of a kind'
  in [_, _, [3, 2]] then 'full house'
  in [_, true, _] then 'flush'
  in [true, *] then 'straight'
  in [_, _, [3, *]] then 'three of a kind'
  in [_, _, [2, 2, 1]] then 'two pairs'
  in [_, _, [2, *]] then 'pair'
  else "high card #{ranks.last}"
  end
end

['2H 3H 4H 5H 6H', 'AS 2H 3H 4H 5H', 'KS KH KD 2C 2D', '9S 9H 4D 4C 2D', 'AS KH 9D 4C 2D', 'AS AS 9D 4C 2D'].each do |hand|
  puts "#{hand}: #{name_hand(hand)}"
rescue ArgumentError => e
  puts "#{hand}: #{e.message}"
end
