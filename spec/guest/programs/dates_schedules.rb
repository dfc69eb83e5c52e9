# Recurring events: every so many days, weeks and months, with exceptions, as an iCalendar rule would say.
require "date"

class Recurrence
  include Enumerable

  def initialize(start, every:, unit:, on: nil, count: nil, till: nil, except: [])
    @start, @every, @unit, @on, @count, @till = start, every, unit, on, count, till
    @except = except.map { |text| Date.parse(text) }
  end

  def each
    return to_enum(:each) unless block_given?

    given = 0
    (0..).each do |step|
      dates(step).each do |date|
        next if date < @start || @except.include?(date)
        return self if (@till && date > @till) || given == @count

        given += 1
        yield date
      end
    end
  end

  private

  def dates(step)
    case @unit
    when :days then [@start + step * @every]
    when :weeks
      monday = @start - (@start.cwday - 1) + 7 * @every * step
      (@on || [@start.cwday]).map { |cwday| monday + cwday - 1 }
    when :months then [@start >> step * @every]
    else raise ArgumentError, "unknown unit #{@unit.inspect}"
    end
  end
end

rules = {
  "standup" => Recurrence.new(Date.new(2026, 3, 2), every: 1, unit: :weeks, on: [1, 3, 5], count: 7, except: ["2026-03-06"]),
  "retro" => Recurrence.new(Date.new(2026, 3, 5), every: 2, unit: :weeks, till: Date.new(2026, 5, 1)),
  "rent" => Recurrence.new(Date.new(2026, 1, 31), every: 1, unit: :months, count: 5),
  "backup" => Recurrence.new(Date.new(2026, 12, 28), every: 3, unit: :days, count: 4)
}
rules.each { |name, rule| puts "#{name.ljust(8)} #{rule.map { |date| date.strftime("%a %-d %b") }.join(", ")}" }
agenda = rules.flat_map { |name, rule| rule.map { |date| [date, name] } }.sort
agenda.chunk_while { |(a, _), (b, _)| a.cweek == b.cweek && a.cwyear == b.cwyear }.each do |chunk|
  puts "week #{chunk.first.first.cweek}: #{chunk.map { |date, name| "#{name} #{date.strftime("%d/%m")}" }.join(" | ")}"
end
puts rules["rent"].lazy.map(&:yday).select(&:even?).first(2).inspect
puts rules["standup"].each_cons(2).map { |a, b| (b - a).to_i }.inspect
puts rules["retro"].include?(Date.new(2026, 4, 16)), rules["retro"].include?(Date.new(2026, 4, 9))
begin
  Recurrence.new(Date.new(2026, 1, 1), every: 1, unit: :moons).first
rescue ArgumentError => e
  puts e.message
end
