# Without the require of date
Check = Struct.new(:habit, :day)

ENTRIES = <<~TEXT
  run 2024-01-01
  read 2024-01-01
  run 2024-01-02
  read 2024-01-03
  run 2024-01-03
  run 2024-01-06
  read 2024-01-04
  read 2024-01-05
  run 2024-01-07
  read 2024-01-08
TEXT

checks = ENTRIES.lines.map do |line|
  habit, day = line.split
  Check.new(habit, Date.strptime(day, '%F'))
end

def streaks(days)
  days.sort.uniq.slice_when { |a, b| a.next_day != b }.to_a
end

checks.group_by(&:habit).sort.each do |habit, list|
  runs = streaks(list.map(&:day))
  best = runs.max_by(&:size)
  puts "#{habit}: #{runs.size} streaks, best #{best.size} (#{best.first.strftime('%d.%m.')}-#{best.last.strftime('%d.%m.')})"
  span = Date.new(2024, 1, 1)..Date.new(2024, 1, 8)
  puts "  #{span.map { |d| list.any? { |c| c.day == d } ? '#' : '.' }.join}"
end

gaps = checks.map(&:day).sort.uniq.each_cons(2).map { |a, b| b - a }
p gaps.max
p checks.map { |c| c.day.wday }.tally.sort.to_h
p checks.min_by(&:day).day.saturday?
puts checks.last.day.strftime('%U/%W')
