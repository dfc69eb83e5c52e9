class SimpleDate
  include Comparable

  MONTHS = %w[January February March April May June July August September October November December].freeze
  DAYS = %w[Sunday Monday Tuesday Wednesday Thursday Friday Saturday].freeze
  LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].freeze

  attr_reader :year, :month, :day

  def self.leap?(year) = (year % 4).zero? && (year % 100 != 0 || (year % 400).zero?)
  def self.days_in(year, month) = month == 2 && leap?(year) ? 29 : LENGTHS[month - 1]

  def self.parse(text)
    year, month, day = text.split("-").map { |part| Integer(part, 10) }
    new(year, month, day)
  end

  # Days since 0000-03-01, the inverse of #to_days.
  def self.from_days(days)
    era, doe = days.divmod(146_097)
    yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    mp = (5 * doy + 2) / 153
    month = mp < 10 ? mp + 3 : mp - 9
    new(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
  end

  def initialize(year, month, day)
    raise ArgumentError, "no month #{month}" unless (1..12).cover?(month)
    raise ArgumentError, "no day #{day} in #{MONTHS[month - 1]} #{year}" unless day.between?(1, self.class.days_in(year, month))

    @year, @month, @day = year, month, day
  end

  def to_days
    y = month <= 2 ? year - 1 : year
    era, yoe = y.divmod(400)
    doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy
  end

  def <=>(other) = to_days <=> other.to_days
  def +(days) = self.class.from_days(to_days + days)
  def -(other) = other.is_a?(SimpleDate) ? to_days - other.to_days : self + -other
  def succ = self + 1
  def weekday = (to_days + 3) % 7
  def to_s = format("%04d-%02d-%02d", year, month, day)
  def long = "#{DAYS[weekday]}, #{day} #{MONTHS[month - 1]} #{year}"
end

a = SimpleDate.parse("2024-02-27")
puts a, a.long, a + 3, a - 60, a.succ
puts SimpleDate.new(2000, 1, 1) - SimpleDate.new(1999, 1, 1), SimpleDate.parse("2026-11-22").long
puts (a..a + 4).map(&:to_s).join(" ")
puts [1900, 2000, 2023, 2024].map { |y| "#{y} #{SimpleDate.leap?(y)}" }
puts [SimpleDate.new(2020, 5, 5), SimpleDate.new(1999, 12, 31), a].sort.join(", ")
["2023-02-29", "2023-13-01", "2023-xx-01"].each do |text|
  puts SimpleDate.parse(text)
rescue ArgumentError => e
  puts "#{text}: #{e.message}"
end

def month_page(year, month)
  first = SimpleDate.new(year, month, 1)
  cells = [nil] * first.weekday + (1..SimpleDate.days_in(year, month)).to_a
  puts "#{SimpleDate::MONTHS[month - 1]} #{year}".center(20).rstrip, "Su Mo Tu We Th Fr Sa"
  cells.each_slice(7) { |week| puts week.map { |d| d.to_s.rjust(2) }.join(" ") }
end
month_page(2024, 2)
