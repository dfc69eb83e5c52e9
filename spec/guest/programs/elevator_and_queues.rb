# frozen_string_literal: true

# Small simulations: an elevator, a bank with tellers, a forest fire, predators, traffic, random walks with a seed.
class Elevator
  attr_reader :floor, :log

  def initialize(floors)
    @floors, @floor, @direction = floors, 0, :up
    @calls = Hash.new { |h, k| h[k] = [] }
    @riders, @log, @clock = [], [], 0
  end

  def call(name, from:, to:)
    raise ArgumentError, "no floor #{[from, to].find { |f| !@floors.cover?(f) }}" unless [from, to].all? { |f| @floors.cover?(f) }

    @calls[from] << [name, to]
    self
  end

  def run
    until @riders.empty? && @calls.values.all?(&:empty?)
      stop
      move
    end
    @log << "#{@clock}: idle on #{@floor}"
    @clock
  end

  private

  def stop
    out, @riders = @riders.partition { |_, to| to == @floor }
    entering = @calls.delete(@floor) || []
    return if out.empty? && entering.empty?

    @riders += entering
    @clock += 2
    @log << "#{@clock}: floor #{@floor}#{" out #{out.map(&:first).join(',')}" unless out.empty?}#{" in #{entering.map { |n, t| "#{n}>#{t}" }.join(',')}" unless entering.empty?}"
  end

  def move
    targets = @riders.map(&:last) + @calls.reject { |_, l| l.empty? }.keys
    return if targets.empty?

    ahead = targets.select { |t| @direction == :up ? t > @floor : t < @floor }
    @direction = @direction == :up ? :down : :up if ahead.empty?
    @floor += @direction == :up ? 1 : -1
    @clock += 1
  end
end
lift = Elevator.new(0..9)
lift.call("ann", from: 3, to: 7).call("bob", from: 5, to: 1).call("cyd", from: 0, to: 3).call("dan", from: 9, to: 0)
p lift.run
puts lift.log
begin
  lift.call("eve", from: 2, to: 12)
rescue ArgumentError => e
  puts e.message
end

Customer = Struct.new(:id, :arrival, :service, :start, :teller) do
  def wait = start - arrival
  def done = start + service
end
random = Random.new(2024)
arrivals = 10.times.each_with_object([]) { |i, list| list << Customer.new(i + 1, (list.last&.arrival || 0) + random.rand(0..3), random.rand(2..6)) }
free = Hash.new(0).merge(a: 0, b: 0)
arrivals.each do |c|
  c.teller, at = free.min_by { |name, t| [t, name] }
  c.start = [c.arrival, at].max
  free[c.teller] = c.done
end
puts arrivals.map { |c| format("#%<id>-2d at %<arrival>2d %<teller>s waits %<wait>d", **c.to_h, wait: c.wait) }
puts format("mean wait %.2f, longest %d, busy %s", arrivals.sum(&:wait).fdiv(arrivals.size), arrivals.map(&:wait).max, free.map { |k, v| "#{k}:#{arrivals.select { |c| c.teller == k }.sum(&:service) * 100 / v}%" }.join(" "))
timeline = (0..arrivals.map(&:done).max).map { |t| arrivals.count { |c| t.between?(c.arrival, c.start - 1) } }
puts timeline.join, timeline.chunk_while { |x, y| x == y }.map { |r| "#{r[0]}x#{r.size}" }.join(" ")

forest = ["TT.TT", "T.TT.", "..TTT", "TTT.T"].map(&:chars)
forest[0][0] = "*"
step = lambda do |g|
  g.each_with_index.map do |row, y|
    row.each_with_index.map do |cell, x|
      near = [[0, 1], [1, 0], [0, -1], [-1, 0]].any? { |dx, dy| (y + dy) >= 0 && (x + dx) >= 0 && g.dig(y + dy, x + dx) == "*" }
      { "*" => ".", "T" => near ? "*" : "T" }.fetch(cell, cell)
    end
  end
end
fires = Enumerator.produce(forest, &step).take_while { |g| g.flatten.include?("*") }
puts fires.size, fires.last.map(&:join), step.(fires.last).map(&:join), fires.map { |g| g.flatten.count("T") }.inspect

rabbits, foxes = 40.0, 9.0
history = 30.times.map do
  rabbits, foxes = rabbits + 0.1 * rabbits - 0.01 * rabbits * foxes, foxes + 0.005 * rabbits * foxes - 0.1 * foxes
  [rabbits.round(2), foxes.round(2)]
end
puts history.each_slice(10).map { |s| s.last.join("/") }.inspect, history.max_by(&:first).inspect, history.each_cons(2).count { |(a, _), (b, _)| b < a }
road = "5....2..0....1...."
drive = ->(r) { cars = r.chars.each_with_index.filter_map { |c, i| [i, c.to_i] if c != "." }; out = Array.new(r.size, "."); cars.each_with_index { |(i, v), k| gap = ((cars[(k + 1) % cars.size][0] - i - 1) % r.size); v = [v + 1, 5, gap].min; out[(i + v) % r.size] = v.to_s }; out.join }
4.times { puts road; road = drive.(road) }
walk = Random.new(5).then { |r| 20.times.inject([[0, 0]]) { |path, _| path << path.last.zip([[0, 1], [1, 0], [0, -1], [-1, 0]][r.rand(4)]).map(&:sum) } }
puts walk.last.inspect, walk.uniq.size, walk.map { |x, y| x.abs + y.abs }.max, walk.tally.max_by { |pt, n| [n, pt] }.inspect
rule = ->(n) { ->(cells) { [0, *cells, 0].each_cons(3).map { |a, b, c| n[a * 4 + b * 2 + c] } } }
Enumerator.produce(Array.new(31) { |i| i == 15 ? 1 : 0 }, &rule.(90)).first(8).each { |l| puts l.map { |c| c == 1 ? "#" : " " }.join.rstrip }
ant = { at: [5, 5], dir: [0, -1], black: {} }
100.times { black = ant[:black].delete(ant[:at]); ant[:dir] = black ? [ant[:dir][1], -ant[:dir][0]] : [-ant[:dir][1], ant[:dir][0]]; ant[:black][ant[:at]] = true unless black; ant[:at] = ant[:at].zip(ant[:dir]).map(&:sum) }
puts ant[:black].size, ant[:at].inspect
