# Counting votes: plurality, runoff, Borda, Condorcet and seats.
ballots = [%w[ann bob cyd]] * 5 + [%w[bob cyd ann]] * 4 + [%w[cyd bob ann]] * 3 + [%w[bob ann cyd]]
candidates = ballots.flatten.uniq.sort
first = ballots.map(&:first).tally
puts first.sort_by { |name, n| [-n, name] }.map { |name, n| "#{name} #{n} #{"#" * n}" }

def runoff(ballots, rounds = [])
  counts = ballots.map(&:first).compact.tally
  leader, votes = counts.max_by { |name, n| [n, name] }
  rounds << counts.sort.map { |pair| pair.join(":") }.join(" ")
  return [leader, rounds] if votes * 2 > counts.values.sum

  loser = counts.min_by { |name, n| [n, name] }.first
  runoff(ballots.map { |b| b - [loser] }, rounds)
end
winner, rounds = runoff(ballots)
puts winner, rounds
borda = ballots.each_with_object(Hash.new(0)) { |b, h| b.reverse.each_with_index { |name, points| h[name] += points } }
puts borda.sort_by { |name, p| [-p, name] }.inspect
beats = ->(a, b) { ballots.count { |x| x.index(a) < x.index(b) } > ballots.size / 2.0 }
puts candidates.find { |c| (candidates - [c]).all? { |o| beats.(c, o) } }, candidates.permutation(2).select { |a, b| beats.(a, b) }.map { |p| p.join(">") }.join(" ")

def dhondt(votes, seats)
  won = votes.transform_values { 0 }
  seats.times { won[votes.max_by { |party, n| [n.fdiv(won[party] + 1), party] }.first] += 1 }
  won
end

def largest_remainder(votes, seats)
  quota = votes.values.sum.fdiv(seats)
  base = votes.transform_values { |n| (n / quota).floor }
  left = seats - base.values.sum
  votes.sort_by { |party, n| [-(n / quota % 1), party] }.first(left).each { |party, _| base[party] += 1 }
  base
end
votes = { red: 340_000, blue: 280_000, green: 160_000, gray: 60_000 }
puts dhondt(votes, 7).to_a.inspect, largest_remainder(votes, 7).to_a.inspect
total = votes.values.sum
votes.each { |party, n| puts format("%-6s%9s%7.2f%%", party, n.to_s.chars.reverse.each_slice(3).map(&:join).join(",").reverse, 100.0 * n / total) }
