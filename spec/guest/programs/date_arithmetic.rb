# Dates by hand: leap years, day numbers, weekdays, differences.
class Day
  include Comparable
  NAMES = %w[Sunday Monday Tuesday Wednesday Thursday Friday Saturday].freeze
  LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].freeze

  attr_reader :year, :month, :day

  def self.parse(text)
    new(*text.split("-").map { |part| Integer(part, 10) })
  end

  def self.leap?(year) = (year % 4).zero? && (year % 100 != 0 || (year % 400).zero?)

  def self.from_number(n)
    year = (n - 1) / 366 + 1
    year += 1 while new(year + 1, 1, 1).number <= n
    month = (1..12).to_a.reverse.find { |m| new(year, m, 1).number <= n }
    new(year, month, n - new(year, month, 1).number + 1)
  end

  def initialize(year, month, day)
    raise ArgumentError, "invalid month #{month}" unless (1..12).cover?(month)
    raise ArgumentError, "invalid day #{day}" unless day.between?(1, self.class.month_length(year, month))

    @year, @month, @day = year, month, day
  end

  def self.month_length(year, month) = month == 2 && leap?(year) ? 29 : LENGTHS[month - 1]

  def number
    y = year - 1
    y * 365 + y / 4 - y / 100 + y / 400 + yday
  end

  def yday = (1...month).sum { |m| self.class.month_length(year, m) } + day
  def weekday = NAMES[number % 7]
  def +(days) = self.class.from_number(number + days)
  def -(other) = other.is_a?(Day) ? number - other.number : self + -other
  def <=>(other) = number <=> other.number
  def succ = self + 1
  def to_s = format("%04d-%02d-%02d", year, month, day)

  def >>(months)
    total = year * 12 + month - 1 + months
    y, m = total.divmod(12)
    Day.new(y, m + 1, [day, self.class.month_length(y, m + 1)].min)
  end
end

a = Day.parse("2024-02-28")
b = Day.new(2024, 3, 1)
puts a, b, a + 1, b - a, b - 1, a.weekday
puts (a..b).map(&:to_s).join(" ")
puts (a..b).include?(Day.new(2024, 2, 29)), a < b, [b, a].min, a.clamp(b, b)
puts Day.new(2024, 1, 31) >> 1, Day.new(2023, 1, 31) >> 1, Day.new(2024, 3, 31) >> -13
[1900, 2000, 2023, 2024].each { |y| puts "#{y}: #{Day.leap?(y) ? "leap" : "common"}" }
%w[2023-02-29 2023-13-01].each do |text|
  Day.parse(text)
rescue ArgumentError => e
  puts "#{text}: #{e.message}"
end
puts Day.new(2025, 12, 25).yday, Day.new(1970, 1, 1).weekday, Day.new(2000, 1, 1).number
