# Needs Ruby 3.3: its standard library
require 'csv'

songs = CSV.parse(<<~LIST, col_sep: "\t", headers: %i[artist title length])
  Nina Simone\tSinnerman\t10:22
  Prince\tKiss\t3:46
  Nina Simone\tFeeling Good\t2:53
  Can\tHalleluhwah\t18:33
LIST

seconds = lambda do |text|
  text.split(':').map(&:to_i).inject { |acc, part| acc * 60 + part }
end
clock = ->(s) { s >= 3600 ? format('%d:%02d:%02d', s / 3600, s / 60 % 60, s % 60) : format('%d:%02d', *s.divmod(60)) }

songs.each.with_index(1) do |row, i|
  puts "#{i}. #{row[:title]} / #{row[:artist]} (#{row[:length]} = #{seconds[row[:length]]}s)"
end

total = songs.sum { |r| seconds[r[:length]] }
puts "Total #{clock[total]}, average #{clock[total / songs.size]}"

sorted = songs.sort_by { |r| seconds.(r[:length]) }
puts sorted.map { |r| r.fields.join(' - ') }

out = CSV.generate(col_sep: "\t", headers: %i[artist time], write_headers: true) do |csv|
  songs.group_by { |r| r[:artist] }.each do |artist, rows|
    csv << { artist:, time: clock[rows.sum { |r| seconds[r[:length]] }] }
  end
end
p out
puts out.tr("\t", ' ')

album = CSV::Table.new(sorted)
p album.headers
p album[:length]
p album.by_col_or_row.class
p album.inspect
