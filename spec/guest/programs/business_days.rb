# Date arithmetic on Time: month ends, weekdays, business days, ISO weeks, ages, recurring dates.
DAY = 86_400

def date(year, month, day) = Time.utc(year, month, day)
def leap?(year) = (year % 4).zero? && (year % 100 != 0 || (year % 400).zero?)
def days_in(year, month) = month == 2 && leap?(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]

def add_months(time, n)
  total = time.year * 12 + time.month - 1 + n
  year, month0 = total.divmod(12)
  date(year, month0 + 1, [time.day, days_in(year, month0 + 1)].min)
end

def weekend?(time) = time.saturday? || time.sunday?

def add_business_days(time, n, holidays = [])
  step = n.negative? ? -DAY : DAY
  left = n.abs
  while left.positive?
    time += step
    left -= 1 unless weekend?(time) || holidays.include?(time)
  end
  time
end

def easter(year)
  a = year % 19
  b, c = year.divmod(100)
  d, e = b.divmod(4)
  g = (8 * b + 13) / 25
  h = (19 * a + b - d - g + 15) % 30
  i, k = c.divmod(4)
  l = (32 + 2 * e + 2 * i - h - k) % 7
  m = (a + 11 * h + 22 * l) / 451
  month, day = (h + l - 7 * m + 114).divmod(31)
  date(year, month, day + 1)
end

def iso_week(time)
  thursday = time + (4 - (time.wday.zero? ? 7 : time.wday)) * DAY
  [thursday.year, (thursday.yday - 1) / 7 + 1]
end

def age(born, today) = today.year - born.year - (([today.month, today.day] <=> [born.month, born.day]) == -1 ? 1 : 0)

iso = ->(t) { t.strftime("%Y-%m-%d") }
puts (1..6).map { |n| iso[add_months(date(2024, 1, 31), n)] }.join(" ")
puts iso[add_months(date(2024, 3, 31), -1)], iso[add_months(date(2023, 12, 15), -24)]
holidays = [date(2024, 5, 1), date(2024, 12, 25), date(2024, 12, 26)]
puts iso[add_business_days(date(2024, 4, 29), 3, holidays)], iso[add_business_days(date(2024, 12, 24), 1, holidays)], iso[add_business_days(date(2024, 5, 6), -3, holidays)]
puts [1999, 2000, 2024, 2025, 2038].map { |y| easter(y).strftime("%-d %B %Y") }
puts [date(2020, 12, 31), date(2021, 1, 3), date(2021, 1, 4), date(2024, 12, 30)].map { |t| format("%s W%02d", *iso_week(t)) + " #{t.strftime('%G-W%V-%u')}" }
puts age(date(2000, 2, 29), date(2023, 2, 28)), age(date(2000, 2, 29), date(2023, 3, 1)), age(date(1990, 7, 4), date(2024, 7, 4))

fridays = (0...366).map { |n| date(2024, 1, 1) + n * DAY }.select { |t| t.friday? && t.day == 13 }
puts fridays.map { |t| t.strftime("%A %d.%m.%y") }
third_thursdays = (1..3).map { |m| (1..days_in(2024, m)).map { |d| date(2024, m, d) }.select(&:thursday?)[2] }
puts third_thursdays.map { |t| t.strftime("%b %e") }.inspect
last_days = (1..12).map { |m| date(2023, m, days_in(2023, m)).strftime("%a")[0, 2] }
puts last_days.join(",")

meeting = Time.utc(2024, 3, 10, 14, 30)
puts meeting.strftime("%I:%M %p, day %j, week %U/%W, %s"), (meeting + 90 * 60).strftime("%H:%M"), meeting.strftime("%F %T.%L %z")
span = Time.utc(2024, 3, 12, 9, 5, 7) - meeting
days, rest = span.divmod(DAY)
hours, rest = rest.divmod(3600)
puts "#{days}d #{hours}h #{rest.divmod(60).map(&:to_i).join('m ')}s", span.class, (meeting <=> meeting + 1), meeting == Time.at(meeting.to_i)
puts [meeting, meeting - DAY, meeting + 1].minmax.map { |t| t.to_a.first(6).inspect }, meeting.between?(meeting - 1, meeting + 1), (meeting - 1..meeting + 1).cover?(meeting), meeting.round.usec
puts Time.utc(2024, "feb", 29).yday, Time.utc(2024, 13).month rescue puts "argument out of range"
