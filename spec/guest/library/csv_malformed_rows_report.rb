require 'csv'

INPUTS = {
  'good' => "id,name\n1,Ann\n2,Bob\n",
  'stray quote' => "id,name\n1,An\"n\n",
  'unclosed' => "id,name\n1,\"Ann\n2,Bob\n",
  'text after quote' => "id,name\n1,\"Ann\"x\n",
  'carriage return' => "id,name\n1,Ann\rBob\n",
}

def check(label, text)
  rows = CSV.parse(text, headers: true)
  puts "#{label}: ok, #{rows.count} rows"
rescue CSV::MalformedCSVError => e
  puts "#{label}: #{e.class}"
  puts "  message: #{e.message}"
  puts "  line:    #{e.line_number}"
end

INPUTS.each { |label, text| check(label, text) }

puts
puts 'Line by line with recovery:'
good = []
bad = []
source = <<~TEXT
  7,seven
  8,"eight
  9,nine
  10,te"n
  11,"eleven, or so"
TEXT
source.each_line.with_index(1) do |line, no|
  good << CSV.parse_line(line)
rescue CSV::MalformedCSVError
  bad << no
end
p good
p bad

puts
puts 'With liberal parsing:'
p CSV.parse_line('10,te"n,"a ""quoted"" one"', liberal_parsing: true)
p CSV.parse_line('1,"Ann"x', liberal_parsing: true)
p CSV::MalformedCSVError.ancestors.take(3)
