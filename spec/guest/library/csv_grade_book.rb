require 'csv'

BOOK = <<~CSV
  student,hw1,hw2,midterm,final
  Alvarez,90,85,78,88
  Brown,70,,65,72
  Chen,100,95,97,99
  Dubois,abs,60,55,61
CSV

WEIGHTS = { 'hw1' => 0.15, 'hw2' => 0.15, 'midterm' => 0.3, 'final' => 0.4 }.freeze

def letter(score)
  case score
  when 90.. then 'A'
  when 80...90 then 'B'
  when 70...80 then 'C'
  when 60...70 then 'D'
  else 'F'
  end
end

grades = CSV.parse(BOOK, headers: true, converters: :integer, nil_value: 0)

results = grades.map do |row|
  score = WEIGHTS.sum { |col, w| (row[col].is_a?(Integer) ? row[col] : 0) * w }
  [row['student'], score.round(2), letter(score)]
end

results.sort_by { |_, s, _| -s }.each { |n, s, l| printf("%-8s %6.2f  %s\n", n, s, l) }

puts
WEIGHTS.each_key do |col|
  marks = grades[col].grep(Integer)
  printf("%-8s mean %5.1f  min %3d  max %3d\n", col, marks.sum.fdiv(marks.size), *marks.minmax)
end

bad = grades.flat_map do |row|
  row.to_h.reject { |k, v| k == 'student' || v.is_a?(Integer) }.map { |k, v| "#{row['student']}/#{k}=#{v}" }
end
puts "Not numeric: #{bad.join(', ')}"
p results.to_h { |n, s, l| [n, [s, l]] }
p results.group_by(&:last).transform_values { |v| v.map(&:first) }
