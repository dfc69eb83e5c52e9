# Without the require of date
SIGNS = [
  [120, 'Capricorn'], [219, 'Aquarius'], [321, 'Pisces'], [420, 'Aries'],
  [521, 'Taurus'], [621, 'Gemini'], [723, 'Cancer'], [823, 'Leo'],
  [923, 'Virgo'], [1023, 'Libra'], [1122, 'Scorpio'], [1222, 'Sagittarius'], [1232, 'Capricorn']
].freeze
ANIMALS = %w[Rat Ox Tiger Rabbit Dragon Snake Horse Goat Monkey Rooster Dog Pig].freeze

def zodiac(date)
  key = date.month * 100 + date.day
  SIGNS.find { |limit, _| key < limit }.last
end

def chinese_year(date)
  ANIMALS[(date.year - 4) % 12]
end

people = {
  'Ada' => '10 Dec 1815', 'Alan' => 'June 23, 1912', 'Grace' => '1906-12-09',
  'Edsger' => '11.5.1930', 'Nobody' => '30 Feb 2000', 'Margaret' => '17/08/1936'
}

people.each do |name, text|
  date = Date.parse(text)
  puts "#{name}: #{date.strftime('%-d %B %Y')}, #{zodiac(date)}, year of the #{chinese_year(date)}"
rescue Date::Error
  puts "#{name}: cannot read #{text.inspect}"
end

counts = (Date.new(2024, 1, 1)..Date.new(2024, 12, 31)).group_by { |d| zodiac(d) }.transform_values(&:size)
counts.sort_by { |sign, n| [-n, sign] }.first(4).each { |sign, n| puts "#{sign} #{n}" }
puts counts.values.sum
