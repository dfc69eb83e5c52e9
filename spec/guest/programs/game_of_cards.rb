# Cards: building a deck, dealing, sorting and ranking poker hands.
RANKS = [*"2".."9", "T", "J", "Q", "K", "A"].freeze
SUITS = %w[c d h s].freeze
Card = Struct.new(:rank, :suit) do
  include Comparable
  def self.[](text) = new(*text.chars)
  def value = RANKS.index(rank)
  def <=>(other) = [value, suit] <=> [other.value, other.suit]
  def to_s = rank + suit
end
deck = SUITS.product(RANKS).map { |s, r| Card.new(r, s) }
puts deck.size, deck.first(3).join(" "), deck.min, deck.max, deck.each_slice(13).map { |suit| suit.map(&:value).sum }.inspect
seed = 7
shuffled = deck.sort_by { seed = (seed * 1_103_515_245 + 12_345) % 2**31 }
hands = Array.new(3) { [] }
15.times { |i| hands[i % 3] << shuffled[i] }
hands.each { |h| puts h.sort.join(" ") }

def rank(hand)
  values = hand.map(&:value).sort.reverse
  counts = values.tally.sort_by { |v, n| [-n, -v] }
  pattern = counts.map(&:last)
  flush = hand.map(&:suit).uniq.one?
  straight = values.each_cons(2).all? { |a, b| a - b == 1 } || values == [12, 3, 2, 1, 0]
  name = case [pattern, straight, flush]
         in _, true, true then :straight_flush
         in [4, 1], *, _ then :four
         in [3, 2], *, _ then :full_house
         in _, _, true then :flush
         in _, true, _ then :straight
         in [3, *], *, _ then :three
         in [2, 2, 1], *, _ then :two_pair
         in [2, *], *, _ then :pair
         else :high
         end
  [%i[high pair two_pair three straight flush full_house four straight_flush].index(name), counts.map(&:first), name]
end
samples = ["2h 3h 4h 5h 6h", "Ks Kh Kd 2c 2d", "As 2d 3c 4h 5s", "Qs Qd 7c 7h 2s", "9c 9d 9h 9s 2c", "2c 5d 9h Js Kc", "2s 4s 8s Ts As", "5c 5d 5h 2s 9c", "3c 3d 8h 9s Kc"]
ranked = samples.map { |s| [s, rank(s.split.map { |t| Card[t] })] }
ranked.sort_by { |_, (level, high, _)| [level, high] }.reverse_each { |s, (_, _, name)| puts "#{name.to_s.tr("_", " ").ljust(15)}#{s}" }
puts Card["As"] == Card.new("A", "s"), [Card["As"], Card["As"]].uniq.size, Card["2c"].between?(Card["2c"], Card["3c"]), (Card["Qh"]..Card["Kh"]).cover?(Card["Qs"])
