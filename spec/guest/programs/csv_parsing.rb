# A CSV reader with quotes, without regular expressions.
class CsvReader
  include Enumerable

  def initialize(text, separator: ",", headers: true)
    @text = text
    @separator = separator
    @headers = headers
  end

  def each
    return enum_for(:each) unless block_given?

    lines = @text.each_line.map(&:chomp).reject(&:empty?)
    names = @headers ? split(lines.shift).map { |n| n.strip.downcase.to_sym } : nil
    lines.each do |line|
      cells = split(line)
      yield names ? names.zip(cells).to_h : cells
    end
  end

  private

  def split(line)
    cells = []
    cell = +""
    quoted = false
    chars = line.chars
    until chars.empty?
      c = chars.shift
      case
      when quoted && c == '"' && chars.first == '"' then cell << chars.shift
      when c == '"' then quoted = !quoted
      when c == @separator && !quoted
        cells << cell
        cell = +""
      else cell << c
      end
    end
    cells << cell
  end
end

text = <<~CSV
  Name,Age,Quote
  Ann,31,"Hello, world"

  Bob,27,"She said ""hi"""
  Cleo,45,
CSV

reader = CsvReader.new(text)
reader.each { |row| puts row.map { |k, v| "#{k}=#{v}" }.join("; ") }
puts reader.map { |r| r[:age].to_i }.sum
puts reader.sort_by { |r| -r[:age].to_i }.first[:name]
puts reader.each.next[:quote]
puts reader.include?({ name: "Cleo", age: "45", quote: "" })
puts reader.to_a.size, reader.first(2).last[:quote]
puts CsvReader.new("1;2\n3;4", separator: ";", headers: false).map { |r| r.map(&:to_i) }.transpose.inspect
puts reader.each_with_index.map { |r, i| "#{i}#{r[:name][0]}" }.join(" ")
puts reader.min_by { |r| r[:name].length }[:name], reader.reduce("") { |s, r| s + r[:name][-1] }
