# Deterministic pseudo random algorithms: hill climbing, Monte Carlo, shuffles, sampling.
class Lcg
  def initialize(seed) = @state = seed
  def next = @state = (@state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
  def int(n) = (self.next >> 33) % n
  def float = (self.next >> 11) / 2.0**53
  def shuffle(list) = list.dup.tap { |l| (l.size - 1).downto(1) { |i| j = int(i + 1); l[i], l[j] = l[j], l[i] } }
  def pick(list) = list[int(list.size)]
end
rng = Lcg.new(2024)
puts 5.times.map { rng.int(100) }.inspect, rng.float.between?(0, 1), rng.shuffle([*1..8]).sort == [*1..8], rng.shuffle("abcdef".chars).join
inside = 20_000.times.count { rng.float**2 + rng.float**2 < 1 }
puts (4.0 * inside / 20_000 - Math::PI).abs < 0.05
target = "hello ruby"
alphabet = [*"a".."z", " "]
score = ->(s) { s.chars.zip(target.chars).count { |a, b| a == b } }
current = Array.new(target.size) { rng.pick(alphabet) }.join
steps = 0
until current == target
  steps += 1
  trial = current.dup
  trial[rng.int(trial.size)] = rng.pick(alphabet)
  current = trial if score.(trial) >= score.(current)
end
puts current, steps.between?(10, 20_000)
walk = 1000.times.each_with_object([0]) { |_, path| path << path.last + (rng.int(2).zero? ? -1 : 1) }
puts walk.size, walk.each_cons(2).all? { |a, b| (a - b).abs == 1 }, walk.minmax.then { |a, b| a <= 0 && b >= 0 }
reservoir = (1..1000).each_with_index.each_with_object([]) { |(x, i), kept| i < 5 ? kept << x : (j = rng.int(i + 1); kept[j] = x if j < 5) }
puts reservoir.size, reservoir.all?(1..1000), reservoir.uniq.size
weights = { a: 5, b: 3, c: 2 }
draws = 2000.times.map { t = rng.int(10); weights.find { |_, w| (t -= w) < 0 }.first }.tally
puts draws.sort_by { |_, n| -n }.map(&:first).inspect, draws.values.sum
life = ->(cells) { cells.flat_map { |x, y| [-1, 0, 1].product([-1, 0, 1]).map { |dx, dy| [x + dx, y + dy] } }.tally.select { |c, n| n == 3 || (n == 4 && cells.include?(c)) }.keys.sort }
glider = [[1, 0], [2, 1], [0, 2], [1, 2], [2, 2]]
puts 4.times.reduce(glider) { |c, _| life.(c) } == glider.map { |x, y| [x + 1, y + 1] }.sort
