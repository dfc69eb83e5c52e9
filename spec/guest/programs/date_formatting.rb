# Formatting dates given as numbers: strftime by hand, relative times, durations.
Stamp = Struct.new(:year, :month, :day, :hour, :minute, :second, keyword_init: true) do
  const_set(:MONTHS, %w[January February March April May June July August September October November December].freeze)

  def self.epoch(seconds)
    days, rest = seconds.divmod(86_400)
    year = 1970
    length = ->(y) { (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 ? 366 : 365 }
    while days >= length[year]
      days -= length[year]
      year += 1
    end
    months = [31, length[year] - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    month = months.each_index.find { |m| months.first(m + 1).sum > days }
    new(year: year, month: month + 1, day: days - months.first(month).sum + 1, hour: rest / 3600, minute: rest % 3600 / 60, second: rest % 60)
  end

  def format(pattern)
    out = +""
    chars = pattern.each_char
    loop do
      c = chars.next
      out << (c == "%" ? directive(chars.next) : c)
    end
    out
  end

  def directive(c)
    case c
    when "Y" then year.to_s
    when "m", "d", "H", "M", "S" then Kernel.format("%02d", { "m" => month, "d" => day, "H" => hour, "M" => minute, "S" => second }[c])
    when "B" then self.class::MONTHS[month - 1]
    when "b" then self.class::MONTHS[month - 1][0, 3]
    when "e" then day.to_s.rjust(2)
    when "I" then Kernel.format("%02d", (hour + 11) % 12 + 1)
    when "p" then hour < 12 ? "AM" : "PM"
    when "F" then format("%Y-%m-%d")
    when "T" then format("%H:%M:%S")
    else "%#{c}"
    end
  end
end
[0, 951_782_399, 1_000_000_000, 1_709_164_800, 1_700_000_000].each { |s| puts Stamp.epoch(s).format("%F %T | %e %b %Y | %B | %I:%M %p | %%%q") }

def ago(seconds)
  units = [[31_536_000, "year"], [2_592_000, "month"], [86_400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]]
  size, name = units.find { |u, _| seconds >= u } || (return "just now")
  count = seconds / size
  "#{count} #{name}#{"s" if count != 1} ago"
end
puts [0, 1, 59, 60, 3599, 7200, 86_400 * 3, 10**8].map { |s| ago(s) }

def duration(seconds) = [[seconds / 3600, "h"], [seconds % 3600 / 60, "m"], [seconds % 60, "s"]].reject { |n, _| n.zero? }.map(&:join).join(" ")
puts duration(3725), duration(60), duration(0).inspect, "%02d:%02d:%02d" % [3725 / 3600, 3725 / 60 % 60, 3725 % 60]
puts "01:02:03".split(":").map(&:to_i).reduce { |sum, part| sum * 60 + part }, "2024-3-9".split("-").then { |y, m, d| "#{d.rjust(2, "0")}.#{m.rjust(2, "0")}.#{y}" }
