require 'csv'
require 'date'

RAW = <<~CSV
  Employee Name;Hired On;Salary;Remote?
   Maria Lopez ;2019-03-01;52.000,50;yes
  Tom O'Neil;2021-11-15;48.300,00;no
  Ingrid Berg;not known;61.750,25;yes
CSV

euro = lambda do |field|
  if field.match?(/\A\d{1,3}(\.\d{3})*,\d{2}\z/)
    field.delete('.').tr(',', '.').to_f
  else
    field
  end
end

yes_no = lambda do |field, info|
  next field unless info.header == :remote
  { 'yes' => true, 'no' => false }.fetch(field, nil)
end

strip = ->(field) { field.is_a?(String) ? field.strip : field }

rows = CSV.parse(RAW, col_sep: ';', headers: true, header_converters: :symbol,
                      converters: [strip, euro, yes_no, :date])

p rows.headers
rows.each do |row|
  p row
  puts "#{row[:employee_name]} - #{row[:hired_on].class} - #{row[:salary].class} - #{row[:remote].inspect}"
end

hired = rows.select { |r| r[:hired_on].is_a?(Date) }.map { |r| r[:hired_on] }
puts "First hire: #{hired.min.strftime('%d %B %Y')}"
puts "Payroll: #{format('%.2f', rows.sum { |r| r[:salary] })}"

CSV::Converters[:percent] = ->(f) { f.end_with?('%') ? f.chomp('%').to_f / 100 : f }
p CSV.parse_line('12%,hello,7.5%', converters: :percent)
p CSV.parse_line('1,2.5,x,2024-02-29', converters: :all)
p CSV.parse_line('1,2.5,x', converters: %i[integer float])
p CSV::Converters.keys.first(4)
