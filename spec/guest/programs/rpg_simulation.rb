# A turn based fight driven by a small generator of numbers.
class Dice
  def initialize(seed) = @state = seed

  def roll(sides = 6)
    @state = (@state * 1_103_515_245 + 12_345) & 0x7fffffff
    (@state >> 8) % sides + 1
  end
end

class Fighter
  attr_reader :name, :hp

  def initialize(name, hp:, attack:, defense: 0, skills: [])
    @name, @hp, @attack, @defense, @skills = name, hp, attack, defense, skills
    @max = hp
  end

  def alive? = hp.positive?

  def hit(other, dice)
    bonus = @skills.sum { |s| s.call(self, dice) || 0 }
    other.take([@attack + bonus + dice.roll - other.defense, 1].max)
  end

  def take(damage)
    @hp = [@hp - damage, 0].max
    damage
  end

  def heal(n) = @hp = (@hp + n).clamp(0, @max)
  def defense = @defense
  def wounded? = hp < @max / 2
  def to_s = format("%-6s [%-10s] %2d", name, "#" * (hp * 10.0 / @max).ceil, hp)
end

rage = ->(fighter, _) { 3 if fighter.wounded? }
luck = ->(_, dice) { dice.roll(20) == 20 ? 10 : 0 }
regen = ->(fighter, _) { fighter.heal(1); nil }
hero = Fighter.new("Hero", hp: 40, attack: 5, defense: 2, skills: [rage, luck])
troll = Fighter.new("Troll", hp: 60, attack: 6, skills: [regen])
dice = Dice.new(42)
order = [hero, troll].cycle
round = 0
while hero.alive? && troll.alive?
  round += 1
  actor = order.next
  target = actor.equal?(hero) ? troll : hero
  damage = actor.hit(target, dice)
  puts "#{round.to_s.rjust(2)}. #{actor.name} hits #{target.name} for #{damage}" if round <= 4 || !target.alive?
end
puts hero, troll, [hero, troll].find(&:alive?).name
puts Array.new(600) { dice.roll }.tally.sort.map { |face, n| "#{face}:#{n}" }.join(" ")
