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

cities = CSV.parse(text, headers: true, converters: :numeric).group_by { |row| row["city"] }
report = cities.transform_values do |rows|
  { months: rows.size, rain: rows.sum { |row| row["rain"] }, wettest: rows.max_by { |row| row["rain"] }["month"] }
end

puts JSON.pretty_generate(report)
report
