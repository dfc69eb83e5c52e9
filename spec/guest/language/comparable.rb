# == Operators, between? and clamp
class Version
  include Comparable

  attr_reader :parts

  def initialize(text)
    @text = text
    @parts = text.split(".").map(&:to_i)
  end

  def <=>(other)
    return nil unless other.is_a?(Version)

    size = [parts.size, other.parts.size].max
    padded(size) <=> other.padded(size)
  end

  def to_s = @text
  def inspect = "#<Version #{@text}>"
  def succ = Version.new([*parts[0..-2], parts.last + 1].join("."))
  def hash = parts.hash
  def eql?(other) = parts == other.parts

  protected

  def padded(size) = parts + [0] * (size - parts.size)
end

versions = %w[1.10.0 1.2.3 1.2 2.0 1.2.0 0.9.12].map { |v| Version.new(v) }
puts versions.sort.join(" < ")
puts versions.min, versions.max
puts versions.minmax.inspect
one, two = Version.new("1.2"), Version.new("1.2.0")
puts one == two, one.equal?(two), one != Version.new("1.3")
puts Version.new("1.5").between?(Version.new("1.2"), Version.new("2.0"))
puts Version.new("3.1").clamp(Version.new("1.0"), Version.new("2.0"))
puts Version.new("0.1").clamp(Version.new("1.0")..Version.new("2.0"))
puts Version.new("1.0") >= Version.new("0.9"), Version.new("1.0") < Version.new("0.9")
puts (Version.new("1.1")..Version.new("1.4")).to_a.inspect
puts (Version.new("1.1")...Version.new("1.4")).include?(Version.new("1.4"))
puts [Version.new("1"), Version.new("1"), Version.new("2")].uniq.size

begin
  Version.new("1.0") < 5
rescue ArgumentError => e
  puts e.class
end
p Version.new("1.0") == 5
p 5.clamp(1, 3), 5.clamp(..3), 0.clamp(1..), "b".clamp("a", "c"), 2.between?(1, 3)
p [3, 1] <=> [3, 2], "a" <=> "b", 1 <=> "x", nil <=> nil, [1] <=> [1, 2], true <=> true
p [0.1, 1, 3r / 2].max, ["pear", "fig"].min_by(&:size), %w[b a].max { |x, y| y <=> x }

# == Version numbers
# Version numbers: Comparable, sorting, ranges, requirements.
class Version
  include Comparable
  attr_reader :parts

  def initialize(text)
    @text = text
    @parts = text.split(".").map { |p| Integer(p, exception: false) || p }
  end

  def <=>(other)
    return nil unless other.is_a?(Version)

    size = [parts.size, other.parts.size].max
    size.times do |i|
      a, b = parts[i] || 0, other.parts[i] || 0
      order = a.is_a?(String) == b.is_a?(String) ? a <=> b : (a.is_a?(String) ? -1 : 1)
      return order unless order.zero?
    end
    0
  end

  def succ = Version.new([*parts[0..-2], parts.last + 1].join("."))
  def bump = Version.new([*parts[0..-3], parts[-2] + 1, 0].join("."))
  def to_s = @text
  def inspect = "v#{@text}"
  def hash = parts.hash
  def eql?(other) = other.is_a?(Version) && parts == other.parts
end

def v(text) = Version.new(text)
list = %w[1.10.0 1.2 1.2.0 2.0.beta 2.0 0.9.9].map { |t| v(t) }
puts list.sort.join(" < "), list.max, list.min.inspect, v("1.2") == v("1.2.0"), v("1.2").eql?(v("1.2.0"))
puts v("1.5").between?(v("1.0"), v("2.0")), v("3.0").clamp(v("1.0"), v("2.0")), v("1.2") > v("1.10")
puts (v("1.8")..v("1.11")).map(&:to_s).join(" "), (v("1.0")...v("2.0")).cover?(v("1.99")), v("1.4.7").bump
puts [v("1.0"), v("1.0"), v("2.0")].uniq.size, ({ v("1.0") => :old }[v("1.0")])

class Requirement
  OPS = {
    "=" => ->(a, b) { a == b }, ">" => ->(a, b) { a > b }, ">=" => ->(a, b) { a >= b }, "<" => ->(a, b) { a < b },
    "~>" => ->(a, b) { a >= b && a < b.bump }
  }.freeze

  def initialize(text)
    @checks = text.split(",").map { |c| c.strip.split(" ") }.map { |op, t| [OPS.fetch(op), v(t)] }
  end

  def ===(version) = @checks.all? { |op, wanted| op.(version, wanted) }
end
[">= 1.0, < 2.0", "~> 1.2.0", "= 2.0", "> 0.1"].each do |r|
  puts "#{r}: #{list.grep(Requirement.new(r)).join(" ")}"
end
begin
  v("1.0") < 3
rescue ArgumentError => e
  puts e.class
end
puts v("1.0") == 3, (v("1.0") <=> "x").inspect
case v("1.9")
when Requirement.new("~> 1.0.0") then puts "patch"
when Requirement.new("< 2.0") then puts "minor"
end

# == With Enumerable
# Comparable and Enumerable on own classes.
class Card
  include Comparable
  RANKS = [*"2".."10", *%w[J Q K A]].freeze
  SUITS = %w[♣ ♦ ♥ ♠].freeze
  attr_reader :rank, :suit

  def self.[](code) = new(code[0..-2], SUITS["cdhs".index(code[-1])])

  def initialize(rank, suit)
    raise ArgumentError, "no such rank: #{rank}" unless RANKS.include?(rank)

    @rank, @suit = rank, suit
    freeze
  end

  def value = RANKS.index(rank)
  def <=>(other) = other.is_a?(Card) ? [value, suit] <=> [other.value, other.suit] : nil
  def succ = Card.new(RANKS[(value + 1) % RANKS.size], suit)
  def hash = [rank, suit].hash
  def eql?(other) = other.is_a?(Card) && self == other
  def to_s = "#{rank}#{suit}"
  alias inspect to_s
end

class Hand
  include Enumerable
  include Comparable
  KINDS = %w[high-card pair two-pair three straight flush full-house four straight-flush].freeze
  attr_reader :cards

  def initialize(text) = @cards = text.split.map { |code| Card[code] }.sort.reverse

  def each(&block)
    return enum_for(__method__) { @cards.size } unless block

    @cards.each(&block)
    self
  end

  def counts = group_by(&:value).values.map(&:size).sort.reverse
  def flush? = map(&:suit).uniq.one?
  def straight? = each_cons(2).all? { |a, b| a.value == b.value + 1 }

  def kind
    return "straight-flush" if flush? && straight?

    case counts
    in [4, *] then "four"
    in [3, 2] then "full-house"
    in _ if flush? then "flush"
    in _ if straight? then "straight"
    in [3, *] then "three"
    in [2, 2, *] then "two-pair"
    in [2, *] then "pair"
    else "high-card"
    end
  end

  def strength = [KINDS.index(kind), *group_by(&:value).sort_by { |v, cards| [-cards.size, -v] }.map(&:first)]
  def <=>(other) = strength <=> other.strength
  def to_s = "#{map(&:to_s).join(' ')} (#{kind})"
end

hands = ["Ah Kh Qh Jh 10h", "9c 9d 9h 9s 2c", "3c 3d 3h 5s 5c", "2d 7d 9d Jd Kd", "4c 5d 6h 7s 8c", "7c 7d 7h 2s Kc", "Jc Jd 4h 4s Ac", "10c 10d 3h 5s 8c", "2c 4d 6h 8s Qc", "Jh Js 3d 3c Ad"].map { |t| Hand.new(t) }
puts hands.shuffle(random: Random.new(3)).sort
puts hands.max, hands.min, hands.minmax.map(&:kind).inspect, hands[6] == hands[9], (hands[6] <=> hands[9]).inspect
a, k = Card["Ah"], Card["Kh"]
p a > k, a.between?(k, Card["As"]), a.clamp(Card["2c"], k), [k, a].max, a == Card["Ah"], a.equal?(Card["Ah"]), [a, Card["Ah"]].uniq, a != k, (a <=> 5), a == "Ah"
p (Card["2c"]..Card["5c"]).to_a, (Card["2c"]..Card["5c"]).include?(Card["3d"]), (Card["9s"]..).first(4), Card["Kd"].succ, { a => 1 }[Card["Ah"]], a.frozen?
begin
  a < 3
rescue ArgumentError => e
  puts e.message
end
begin
  Card["1x"]
rescue ArgumentError, TypeError => e
  puts e.class
end
hand = hands.first
p hand.each.size, hand.first, hand.first(2), hand.to_a == hand.cards, hand.entries.size, hand.include?(a), hand.each_slice(2).to_a, hand.each_with_index.map { |c, i| "#{i}#{c.suit}" }, hand.each_entry.to_a.size, hand.reduce(0) { |s, c| s + c.value }
p hand.partition { |c| c.value > 10 }, hand.sort_by(&:value), hand.min_by(&:value), hand.reverse_each.to_a, hand.zip(1..5).last, hand.lazy.map(&:rank).first(2), hand.each { |c| c }.class, hand.tally.size, hand.inject { |m, c| m > c ? m : c }, hand.sum(&:value), hand.to_set.size, hand.chunk_while { |x, y| x.value - 1 == y.value }.size, hand.find_index(k), hand.drop_while { |c| c.value > 10 }, hand.each_cons(4).count, hand.cycle.lazy.map(&:to_s).first(6), hand.none?(nil), hand.filter_map { |c| c.rank if c.value > 10 }, hand.flat_map { |c| [c.rank] * 2 }.first(3), hand.uniq(&:suit), hand.group_by(&:suit).keys

# == Answers that are not -1, 0 and 1
class Half
  include Comparable
  attr_reader :n

  def initialize(n) = @n = n
  def <=>(other) = (n - other.n) / 2.0
  def inspect = "#{self.class.name[0]}#{n}"
end
class Far < Half
  def <=>(other) = (n <=> other.n) * (2**70)
end
class Two < Half
  def <=>(other) = (n <=> other.n) * 2
end
[Half, Far, Two].each do |type|
  a, b, c = [1, 2, 3].map { |n| type.new(n) }
  p (a..c).cover?(c), (a...c).cover?(c), (a..c) === type.new(4), (c..a).cover?(b), (a..).cover?(b), (..c).cover?(type.new(4))
  p [a, b] <=> [a, c], a.between?(a, c), b.clamp(c, c), a < b, a == type.new(1)
  p [c, a, b].sort, [c, a, b].min, [c, a, b].max, [c, a, b].minmax, [c, a, b].sort_by { |x| x }, [[c], [a]].sort, [c, a, b].max(2)
  case b
  when a..c then puts "between"
  end
end
class None
  def <=>(_other) = nil
end
(None.new..None.new) rescue puts $!.message
[None.new, None.new].sort rescue puts $!.message
[None.new, None.new].max rescue puts $!.message

# == Texts of a class with an order of its own
class Sly < String
  def <=>(other) = -super
end
a, b, c = %w[a b c].map { |text| Sly.new(text) }
p [a, c, b].sort, [a, "c", b].sort, ["a", c, "b"].max, [a, b].min, [1, 2, 3].sort_by { |n| Sly.new(n.to_s) }, [b, a].minmax
p (a..c).cover?(b), (c..a).cover?(b), [a] <=> [b], "a" <=> b, a < b

# == Orders that a script defines anew
class Integer
  alias order <=>
  def <=>(other) = other.order(self)
end
p [3, 1, 2].sort, [3, 1, 2].sort_by { |n| n }, [3, 1, 2].sort { |a, b| a <=> b }, [3, 1, 2].max, [3, 1, 2].min
class String
  alias order <=>
  def <=>(other) = other.order(self)
end
p %w[b a c].sort, %w[b a c].max, %w[b a c].sort_by { |text| text }, %w[b a c].min_by { |text| text }
class Float
  def <=>(_other) = 0
end
p [2.0, 1.0].sort, [2.0, 1.0].max, [3.0, 2.0, 1.0].minmax

# == Equality that asks itself, and bounds
# Needs Ruby 3.3: the words for bounds
class Circular
  include Comparable

  def <=>(other) = self == other ? 0 : 1
end
p Circular.new == Circular.new, Circular.new.then { |one| one == one }

class Nested
  include Comparable

  attr_reader :value

  def initialize(value) = @value = value
  def <=>(other) = value == other.value ? 0 : 1
end
p Nested.new(Nested.new(1)) == Nested.new(Nested.new(1)), Nested.new(Nested.new(1)) == Nested.new(Nested.new(2))

[[1], [nil], ["x"], ["x", "y"], [3, 1], [1...2], [nil, 1], [7, nil], [7..], [..3]].each do |bounds|
  p 5.clamp(*bounds)
rescue TypeError, ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
