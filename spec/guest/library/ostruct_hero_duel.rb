# Without the require of ostruct
class Duel
  def initialize(a, b, seed:)
    @fighters = [a, b]
    @random = Random.new(seed)
    @log = []
  end

  def run(limit: 6)
    attacker, defender = @fighters
    limit.times do |round|
      break unless @fighters.all? { |f| f.hp.positive? }

      hit(attacker, defender, round + 1)
      attacker, defender = defender, attacker
    end
    @log
  end

  def winner = @fighters.max_by(&:hp)

  private

  def hit(attacker, defender, round)
    power = attacker.attack + round
    damage = [power - (defender.armour || 0), 1].max
    defender.hp -= damage
    defender.wounds = (defender.wounds || []) << damage
    @log << "#{round}. #{attacker.name} hits #{defender.name} for #{damage}, #{[defender.hp, 0].max} left"
  end
end

knight = OpenStruct.new(name: 'Knight', hp: 20, attack: 5, armour: 3)
goblin = OpenStruct.new(name: 'Goblin', hp: 14, attack: 4)

duel = Duel.new(knight, goblin, seed: 3)
puts duel.run
puts "Winner: #{duel.winner.name}"
p knight
p goblin.wounds.sum, goblin.armour
p [knight, goblin].map { |f| f.to_h.slice(:name, :hp) }
knight.to_h.each { |k, v| puts "#{k.to_s.ljust(8)}#{v}" }
goblin.instance_eval { self.title = 'the Late' }
puts "#{goblin.name} #{goblin.title}"
p goblin.each_pair.map { |k, _| k }
