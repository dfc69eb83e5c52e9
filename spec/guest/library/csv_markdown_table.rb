require 'csv'

def to_markdown(csv_text, align: {})
  rows = CSV.parse(csv_text, strip: true)
  header, *body = rows
  widths = rows.transpose.map { |col| [col.map { |c| c.to_s.length }.max, 3].max }

  line = lambda do |cells|
    padded = cells.each_with_index.map do |cell, i|
      case align[header[i]]
      when :right then cell.to_s.rjust(widths[i])
      when :center then cell.to_s.center(widths[i])
      else cell.to_s.ljust(widths[i])
      end
    end
    "| #{padded.join(' | ')} |"
  end

  rule = header.each_with_index.map do |h, i|
    case align[h]
    when :right then "#{'-' * (widths[i] - 1)}:"
    when :center then ":#{'-' * (widths[i] - 2)}:"
    else '-' * widths[i]
    end
  end

  [line.(header), "| #{rule.join(' | ')} |", *body.map(&line)].join("\n")
end

puts to_markdown(<<~CSV, align: { 'Price' => :right, 'Grade' => :center })
  Fruit , Price , Grade
  Apple , 0.40 , A
  "Dragon, fruit" , 12.00 , B
  Fig , , C
CSV

puts
begin
  puts to_markdown("a,b\n1\n")
rescue IndexError => e
  puts "#{e.class}: #{e.message}"
end
puts to_markdown("x,y\n1,2")
