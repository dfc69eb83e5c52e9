DATA_ROWS = <<~CSV
  id,name,department,salary
  1,"Ada Lovelace",Engineering,5200
  2,"Grace ""Amazing"" Hopper",Engineering,6100
  3,Alan Turing,Research,4800
  4,"Smith, John",Sales,3900
  5,Barbara Liskov,Research,7000
CSV

def parse_line(line)
  fields = []
  field = +""
  quoted = false
  chars = line.chars
  i = 0
  while i < chars.size
    c = chars[i]
    if quoted
      if c == '"' && chars[i + 1] == '"'
        field << '"'
        i += 1
      elsif c == '"'
        quoted = false
      else
        field << c
      end
    elsif c == '"'
      quoted = true
    elsif c == ","
      fields << field
      field = +""
    else
      field << c
    end
    i += 1
  end
  fields << field
end

lines = DATA_ROWS.lines.map(&:chomp)
header = parse_line(lines.shift).map(&:to_sym)
people = lines.map { |line| header.zip(parse_line(line)).to_h }
people.each { |person| person[:salary] = person[:salary].to_i }

people.each { |person| puts "#{person[:id]}: #{person[:name]} (#{person[:department]})" }

puts
printf("%-12s %5s %10s %10s\n", "department", "count", "total", "average")
puts "-" * 40
people.group_by { |person| person[:department] }.sort.each do |department, members|
  total = members.sum { |m| m[:salary] }
  printf("%-12s %5d %10d %10.2f\n", department, members.size, total, total.to_f / members.size)
end

best = people.max_by { |person| person[:salary] }
puts "best paid: #{best[:name]}"
puts "names by length: #{people.map { |x| x[:name] }.sort_by { |n| [n.length, n] }.join(' | ')}"
