require 'date'

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
  Date.new(year, month, day + 1)
end

def nth_weekday(year, month, wday, n)
  if n.negative?
    last = Date.new(year, month, -1)
    return last - (last.wday - wday) % 7
  end
  first = Date.new(year, month, 1)
  first + (wday - first.wday) % 7 + 7 * (n - 1)
end

def holidays(year)
  sunday = easter(year)
  {
    'New Year' => Date.new(year, 1, 1),
    'Good Friday' => sunday - 2,
    'Easter Monday' => sunday + 1,
    'Memorial Day' => nth_weekday(year, 5, 1, -1),
    'Thanksgiving' => nth_weekday(year, 11, 4, 4),
    'Christmas' => Date.new(year, 12, 25)
  }
end

[2024, 2025].each do |year|
  puts year
  holidays(year).sort_by { |_, d| d }.each do |name, date|
    note = date.saturday? || date.sunday? ? ' (weekend)' : ''
    puts "  #{date.strftime('%a, %-d %b').ljust(12)} #{name}#{note}"
  end
end

dates = (1990..2029).map { |y| easter(y) }
earliest, latest = dates.minmax_by { |d| [d.month, d.day] }
puts "Earliest #{earliest}, latest #{latest}"
p dates.group_by(&:month).transform_values(&:count)
p easter(2024)
p holidays(2024).key(Date.new(2024, 3, 29))
