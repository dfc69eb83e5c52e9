# Little classics in several styles: FizzBuzz, bottles, look-and-say, house that Jack built, allergies, leap years.
fizz = {
  "case" => ->(n) { case [n % 3, n % 5] when [0, 0] then "FizzBuzz" when [0, n % 5] then "Fizz" when [n % 3, 0] then "Buzz" else n.to_s end },
  "string" => ->(n) { s = +""; s << "Fizz" if (n % 3).zero?; s << "Buzz" if (n % 5).zero?; s.empty? ? n.to_s : s },
  "rules" => ->(n) { { 3 => "Fizz", 5 => "Buzz" }.filter_map { |d, w| w if n % d == 0 }.then { |l| l.any? ? l.join : n.to_s } },
  "cycle" => ->(n) { @f ||= [nil, nil, "Fizz"].cycle.first(30).zip([nil, nil, nil, nil, "Buzz"].cycle).map { |a| a.compact.join }; @f[n - 1].empty? ? n.to_s : @f[n - 1] },
  "pattern" => ->(n) { case { three: n % 3, five: n % 5 }; in { three: 0, five: 0 } then "FizzBuzz"; in { three: 0 } then "Fizz"; in { five: 0 } then "Buzz"; else n.to_s end }
}
all = fizz.transform_values { |f| (1..30).map(&f) }
puts all.values.first.first(15).join(" "), all.values.uniq.size

def bottles(n) = n.zero? ? "no more bottles" : "#{n} bottle#{'s' unless n == 1}"
2.downto(0) do |n|
  nxt = n.zero? ? 99 : n - 1
  puts "#{bottles(n).capitalize} of beer on the wall, #{bottles(n)} of beer.", n.zero? ? "Go to the store, #{bottles(nxt)}." : "Take #{n == 1 ? 'it' : 'one'} down, #{bottles(nxt)}."
end
look = ->(s) { s.gsub(/(.)\1*/) { |run| "#{run.size}#{run[0]}" } }
puts Enumerator.produce("1", &look).take(7).join(", "), Enumerator.produce("1", &look).lazy.map(&:size).first(15).last
house = [["house that Jack built", nil], ["malt", "lay in"], ["rat", "ate"], ["cat", "killed"], ["dog", "worried"]]
house.each_index { |i| puts "This is #{i.downto(0).map { |k| "the #{house[k][0]}#{" that #{house[k][1]} " if house[k][1]}" }.join}." }
days = %w[first second third fourth]
gifts = ["a Partridge in a Pear Tree", "two Turtle Doves", "three French Hens", "four Calling Birds"]
days.each_with_index { |d, i| puts "On the #{d} day: #{gifts.first(i + 1).reverse.each_with_index.map { |g, k| k == i && i.positive? ? "and #{g}" : g }.join(', ')}." }
ALLERGENS = %w[eggs peanuts shellfish strawberries tomatoes chocolate pollen cats].freeze
allergies = ->(score) { ALLERGENS.select.with_index { |_, i| score[i] == 1 } }
puts allergies[34].inspect, allergies[257].inspect, allergies[255].size
secret = ->(n) { %w[wink double\ blink close\ your\ eyes jump].select.with_index { |_, i| n[i] == 1 }.then { |l| n[4] == 1 ? l.reverse : l } }
puts secret[3].inspect, secret[19].inspect, secret[31].inspect
raindrops = ->(n) { { 3 => "Pling", 5 => "Plang", 7 => "Plong" }.sum("") { |d, s| (n % d).zero? ? s : "" }.then { |s| s.empty? ? n.to_s : s } }
puts [1, 3, 15, 28, 105].map(&raindrops).inspect
scrabble = { 1 => "AEIOULNRST", 2 => "DG", 3 => "BCMP", 4 => "FHVWY", 5 => "K", 8 => "JX", 10 => "QZ" }.flat_map { |v, l| l.chars.map { |c| [c, v] } }.to_h
puts %w[cabbage quirky ruby].map { |w| "#{w}=#{w.upcase.chars.sum { |c| scrabble[c] }}" }.join(" ")
puts [1996, 1997, 1900, 2000].map { |y| y % 400 == 0 || (y % 4 == 0 && y % 100 != 0) }.inspect, %w[isogram background hello].map { |w| w.chars.uniq.size == w.size }.inspect, "Portable Network Graphics".scan(/\b\w/).join, "First In, First Out".split(/[\s,-]+/).map { _1[0] }.join
puts ["Hey?", "WHAT!", "WHAT?!", "  ", "ok"].map { |s| t = s.strip; yell = t =~ /[A-Z]/ && t == t.upcase; t.empty? ? "Fine." : yell && t.end_with?("?") ? "Calm!" : yell ? "Whoa!" : t.end_with?("?") ? "Sure." : "Whatever." }.inspect
puts %w[listen enlist google inlets silent].group_by { |w| w.chars.sort.join }.values.select { |g| g.size > 1 }.inspect, (1..20).map { |n| n.to_s.chars.sum(&:to_i) }.join(" "), 10.downto(1).each_slice(4).map(&:sum).inspect, [3, 2, 1].each_with_index.map { |h, i| " " * i + "*" * (h * 2 - 1) }
puts (1..4).map { |i| ("A".."Z").first(i).then { |l| (l + l.reverse.drop(1)).join.center(9).rstrip } }, ("A".."C").each_with_index.map { |c, i| " " * (2 - i) + (i.zero? ? c : c + " " * (2 * i - 1) + c) }
clock = Struct.new(:min) { def self.at(h, m = 0) = new((h * 60 + m) % 1440); def +(n) = self.class.new((min + n) % 1440); def -(n) = self + -n; def to_s = format("%02d:%02d", *min.divmod(60)) }
puts clock.at(24), clock.at(-1, 15), clock.at(10) + 125, clock.at(0) - 1, clock.at(25, 160) == clock.at(3, 40)
robot = ->(path) { path.each_char.inject([[0, 0], 0]) { |(pos, d), c| c == "A" ? [pos.zip([[0, 1], [1, 0], [0, -1], [-1, 0]][d]).map(&:sum), d] : [pos, (d + (c == "R" ? 1 : -1)) % 4] } }
puts robot["RAALAL"].inspect, robot["AAAA"].inspect
