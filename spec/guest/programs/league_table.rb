# frozen_string_literal: true

# Round robin fixtures, results, a league table with tie breaks, Elo ratings and a knock-out draw.
def round_robin(teams)
  list = teams.size.odd? ? teams + [nil] : teams.dup
  fixed, *rest = list
  (list.size - 1).times.map do |round|
    order = [fixed, *rest.rotate(-round)]
    half = order.size / 2
    order.first(half).zip(order.last(half).reverse).reject { |pair| pair.include?(nil) }.map { |a, b| round.odd? ? [b, a] : [a, b] }
  end
end

teams = %w[Ajax Bayern Celtic Dinamo]
round_robin(teams).each.with_index(1) { |games, n| puts "round #{n}: #{games.map { |g| g.join(' - ') }.join(', ')}" }
p round_robin(%w[a b c]).flatten(1).map(&:sort).uniq.size, round_robin([*1..6]).flatten(1).map(&:sort).sort == [*1..6].combination(2).to_a

RESULTS = <<~R
  Ajax - Bayern 1:1
  Celtic - Dinamo 2:0
  Dinamo - Ajax 0:3
  Bayern - Celtic 2:2
  Ajax - Celtic 0:1
  Dinamo - Bayern 1:4
R

Row = Struct.new(:team, :played, :won, :drawn, :lost, :for, :against) do
  include Comparable
  def self.empty(team) = new(team, *[0] * 6)
  def points = won * 3 + drawn
  def difference = self.for - against
  def <=>(other) = [other.points, other.difference, other.for, team] <=> [points, difference, self.for, other.team]

  def add(scored, conceded)
    self.played += 1
    case scored <=> conceded
    when 1 then self.won += 1
    when 0 then self.drawn += 1
    else self.lost += 1
    end
    self.for += scored
    self.against += conceded
  end
end

table = Hash.new { |h, team| h[team] = Row.empty(team) }
games = RESULTS.scan(/^(\w+) - (\w+) (\d+):(\d+)$/).map { |a, b, x, y| [a, b, x.to_i, y.to_i] }
games.each do |home, away, x, y|
  table[home].add(x, y)
  table[away].add(y, x)
end
puts format("%-2s %-8s %2s %2s %2s %2s %5s %3s %3s", "#", "team", "P", "W", "D", "L", "goals", "+/-", "pts")
table.values.sort.each.with_index(1) do |row, i|
  puts format("%-2d %-8s %2d %2d %2d %2d %5s %+3d %3d", i, *row.to_a.first(5), "#{row.for}:#{row.against}", row.difference, row.points)
end

elo = Hash.new(1500.0)
games.each do |home, away, x, y|
  expected = 1 / (1 + 10**((elo[away] - elo[home] - 50) / 400))
  change = 32 * ((x <=> y) * 0.5 + 0.5 - expected)
  elo[home] += change
  elo[away] -= change
end
puts elo.sort_by { |team, r| [-r, team] }.map { |team, r| "#{team} #{r.round(1)}" }.join(", "), elo.values.sum.round(6)
form = games.each_with_object(Hash.new { |h, k| h[k] = +"" }) { |(a, b, x, y), f| f[a] << "LDW"[(x <=> y) + 1]; f[b] << "LDW"[(y <=> x) + 1] }
puts form.sort.map { |t, s| "#{t[0, 3]}:#{s} #{s.scan(/[WD]+/).map(&:size).max || 0}" }.join("  ")

def knockout(seeds, &play)
  return seeds.first if seeds.one?

  pairs = seeds.first(seeds.size / 2).zip(seeds.last(seeds.size / 2).reverse)
  puts "#{{ 2 => 'final', 4 => 'semi-finals' }.fetch(seeds.size) { "round of #{seeds.size}" }}: #{pairs.map { |pr| pr.join(' v ') }.join(', ')}"
  knockout(pairs.map(&play), &play)
end
puts knockout([*"A".."H"]) { |a, b| (a.ord * 7 + b.ord * 3) % 5 > 2 ? a : b }
matrix = games.each_with_object({}) { |(a, b, x, y), m| m[[a, b]] = "#{x}:#{y}" }
puts "#{' ' * 7}#{teams.map { |t| t[0, 3].rjust(5) }.join}", teams.map { |h| "#{h.ljust(7)}#{teams.map { |a| (h == a ? 'x' : matrix[[h, a]] || '.').rjust(5) }.join}" }
goals = games.flat_map { |*, x, y| [x, y] }
puts goals.sum, goals.tally.sort.to_a.inspect, games.max_by { |*, x, y| (x - y).abs }.inspect, games.sum { |_, _, x, y| x + y }.fdiv(games.size).round(2), games.partition { |_, _, x, y| x > y }.map(&:size).inspect, games.group_by(&:first).transform_values(&:count).min_by { |t, n| [n, t] }.inspect
points = ->(order) { order.each_with_index.to_h { |name, i| [name, [10, 6, 4, 3, 2, 1][i] || 0] } }
puts [points[%w[x y z]], points[%w[z x y]]].reduce { |a, b| a.merge(b) { |_, m, n| m + n } }.sort_by { |n, pts| [-pts, n] }.to_h.map { |k, v| "#{k}=#{v}" } * ","
