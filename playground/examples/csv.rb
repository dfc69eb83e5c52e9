# The standard library is there: csv, json, date, set, erb and more.
require "csv"
require "json"

text = <<~CSV
  city,month,rain
  Bergen,1,255
  Bergen,2,198
  Lisbon,1,101
  Lisbon,2,86
CSV

rows = CSV.parse(text, headers: true, converters: :numeric)
report = rows.group_by { |row| row["city"] }.transform_values do |months|
  wettest = months.max_by { |row| row["rain"] }
  { rain: months.sum { |row| row["rain"] }, wettest: wettest["month"] }
end

puts JSON.pretty_generate(report)
report
