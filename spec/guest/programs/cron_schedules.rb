# frozen_string_literal: true

class Cron
  FIELDS = { minute: 0..59, hour: 0..23, day: 1..31, month: 1..12, wday: 0..6 }.freeze
  NAMES = {
    month: %w[jan feb mar apr may jun jul aug sep oct nov dec].each.with_index(1).to_h,
    wday: %w[sun mon tue wed thu fri sat].each_with_index.to_h
  }.freeze
  ALIASES = { "@hourly" => "0 * * * *", "@daily" => "0 0 * * *", "@weekly" => "0 0 * * 0", "@monthly" => "0 0 1 * *" }.freeze
  Error = Class.new(ArgumentError)

  def initialize(text)
    parts = ALIASES.fetch(text, text).downcase.split
    raise Error, "need 5 fields, got #{parts.size}" unless parts.size == 5

    @sets = FIELDS.each_with_index.to_h { |(name, range), i| [name, expand(parts[i], range, NAMES.fetch(name, {}))] }
    @any_day = parts[2] == "*"
    @any_wday = parts[4] == "*"
  end

  def match?(time)
    %i[minute hour month].zip([time.min, time.hour, time.month]).all? { |name, value| @sets[name].include?(value) } && day_match?(time)
  end
  alias === match?

  def each(from)
    return enum_for(:each, from) unless block_given?

    time = from - from.sec - from.min % 1 + 60
    loop do
      unless @sets[:month].include?(time.month) && day_match?(time)
        time = Time.utc(time.year, time.month, time.day) + 86_400
        next
      end
      yield time if match?(time)
      time += 60
    end
  end

  private

  def day_match?(time)
    day, wday = @sets[:day].include?(time.day), @sets[:wday].include?(time.wday)
    @any_day || @any_wday ? day && wday : day || wday
  end

  def expand(text, range, names)
    text.split(",").flat_map do |part|
      case part
      when "*" then range.to_a
      when %r{\A\*/(\d+)\z} then range.step($1.to_i).to_a
      when %r{\A(\w+)-(\w+)(?:/(\d+))?\z} then (number($1, names)..number($2, names)).step(($3 || 1).to_i).to_a
      when /\A\w+\z/ then [number(part, names)]
      else raise Error, "cannot read #{part.inspect}"
      end
    end.uniq.sort.each { |n| raise Error, "#{n} is not in #{range}" unless range.cover?(n) }
  end

  def number(text, names) = names.fetch(text) { Integer(text, 10) }
end

start = Time.utc(2024, 2, 27, 22, 58, 30)
["*/15 * * * *", "0 9-17/4 * * mon-fri", "30 6 29 feb *", "0 0 1,15 * *", "5 4 * * sun", "@monthly", "0 12 13 * fri"].each do |text|
  cron = Cron.new(text)
  puts "#{text.ljust(22)} #{cron.each(start).first(3).map { |t| t.strftime('%a %m-%d %H:%M') }.join(', ')}"
end
["* * *", "60 * * * *", "a * * * *", "1- * * * *", "* * 0 * *"].each do |text|
  Cron.new(text)
  puts "#{text} is fine"
rescue Cron::Error => e
  puts "#{text}: #{e.message}"
rescue ArgumentError => e
  puts "#{text}: #{e.message}"
end
jobs = { backup: Cron.new("0 2 * * *"), report: Cron.new("0 8 * * mon"), ping: Cron.new("*/30 * * * *") }
[Time.utc(2024, 3, 4, 8), Time.utc(2024, 3, 5, 2), Time.utc(2024, 3, 5, 2, 10)].each do |now|
  due = jobs.select { |_, cron| cron === now }.keys
  puts "#{now.strftime('%F %R')}: #{due.empty? ? 'nothing' : due.join(' ')}"
end
agenda = jobs.flat_map { |name, cron| cron.each(start).lazy.take_while { |t| t < start + 40_000 }.first(4).map { |t| [t, name] } }.sort
agenda.first(7).each { |time, name| puts "#{time.strftime('%H:%M')} #{name}" }
enum = jobs[:ping].each(start)
p enum.next.min, enum.next.min, enum.peek.hour, enum.size, enum.rewind.next.min
case start
when jobs[:report] then puts "report"
when Cron.new("58 22 * * *") then puts "two to eleven"
end
