require 'date'

class Recurrence
  include Enumerable

  def initialize(start, every:, count: nil, until_date: nil, &filter)
    @start, @every, @count, @until = start, every, count, until_date
    @filter = filter || ->(_) { true }
  end

  def each
    return enum_for(:each) unless block_given?

    found = 0
    (0..).each do |i|
      date = advance(i)
      break if @until && date > @until
      next unless @filter.call(date)

      yield date
      found += 1
      break if @count && found >= @count
    end
    self
  end

  private

  def advance(i)
    case @every
    in [Integer => n, :day] then @start + n * i
    in [Integer => n, :week] then @start + 7 * n * i
    in [Integer => n, :month] then @start >> (n * i)
    in [Integer => n, :year] then @start.next_year(n * i)
    end
  end
end

start = Date.new(2024, 1, 31)
puts Recurrence.new(start, every: [1, :month], count: 5).map(&:to_s).join(' ')
puts Recurrence.new(start, every: [2, :week], until_date: Date.new(2024, 3, 31)).map { |d| d.strftime('%d.%m.') }.join(' ')
puts Recurrence.new(Date.new(2020, 2, 29), every: [1, :year], count: 5).to_a.inspect
third_tuesday = Recurrence.new(Date.new(2024, 1, 1), every: [1, :day], count: 4) { |d| d.tuesday? && (15..21).cover?(d.day) }
puts third_tuesday.first(3).map(&:iso8601).join(', ')
p third_tuesday.each_cons(2).map { |a, b| (b - a).to_i }
p third_tuesday.include?(Date.new(2024, 2, 20))
p third_tuesday.lazy.map(&:month).first(2)
begin
  Recurrence.new(start, every: [1, :decade]).first
rescue NoMatchingPatternError => e
  puts "#{e.class}: #{e.message}"
end
