# Without the require of csv
ANSWERS = <<~CSV
  age_group,drink,score
  18-29,tea,4
  30-44,coffee,5
  18-29,coffee,3
  45+,tea,5
  30-44,tea,2
  45+,water,1
  18-29,tea,5
CSV

survey = CSV.parse(ANSWERS, headers: true, converters: :integer)
groups = survey['age_group'].uniq.sort
drinks = survey['drink'].uniq.sort

counts = survey.each_with_object(Hash.new(0)) { |r, h| h[[r['age_group'], r['drink']]] += 1 }

puts ['', *drinks, 'all'].map { |h| h.rjust(8) }.join
groups.each do |g|
  cells = drinks.map { |d| counts[[g, d]] }
  puts [g, *cells, cells.sum].map { |c| c.to_s.rjust(8) }.join
end
totals = drinks.map { |d| groups.sum { |g| counts[[g, d]] } }
puts ['all', *totals, totals.sum].map { |c| c.to_s.rjust(8) }.join

puts
survey.group_by { |r| r['drink'] }.sort.each do |drink, rows|
  scores = rows.map { |r| r['score'] }
  printf("%-7s n=%d mean=%.2f scores=%s\n", drink, scores.size, scores.sum / scores.size.to_f, scores)
end
p counts.max_by { |_, v| v }
p survey.by_col['score'].tally.sort.to_h
