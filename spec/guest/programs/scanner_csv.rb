require "strscan"

class CsvScanner
  Malformed = Class.new(StandardError)
  include Enumerable

  def initialize(text, separator: ",", headers: true)
    @text = text
    @separator = separator
    @plain = /[^"#{Regexp.escape(separator)}\r\n]*/
    @headers = headers
  end

  def each
    return enum_for(:each) unless block_given?

    scanner = StringScanner.new(@text)
    names = row(scanner) if @headers && !scanner.eos?
    until scanner.eos?
      fields = row(scanner)
      next if fields == [nil]

      yield names ? names.zip(fields).to_h : fields
    end
  end

  private

  def row(scanner)
    fields = []
    loop do
      fields << field(scanner)
      next if scanner.skip(/#{Regexp.escape(@separator)}/)
      break if scanner.eos? || scanner.skip(/\r?\n/)

      raise Malformed, "row #{scanner.string.byteslice(0, scanner.pos).count("\n") + 1}: #{scanner.peek(5).inspect}"
    end
    fields
  end

  def field(scanner)
    unless scanner.skip(/"/)
      text = scanner.scan(@plain)
      return text.empty? ? nil : text
    end
    text = +""
    loop do
      text << scanner.scan(/[^"]*/)
      next text << '"' if scanner.skip(/""/)
      return text if scanner.skip(/"/)

      raise Malformed, "a quote is open" if scanner.eos?
    end
  end
end

orders = <<~CSV
  id,customer,note,amount
  1,"Smith, John","said ""hi""",10.50
  2,Müller,"two
  lines",7

  3,,"",
  4,東京,"x, y",99.99
CSV
rows = CsvScanner.new(orders).to_a
rows.each { |row| p row }
puts format("%.2f", rows.sum { |row| row["amount"].to_f })
puts CsvScanner.new(orders).map { |row| row["customer"] }.compact.sort.inspect
puts rows.group_by { |row| row["note"].to_s.length > 4 }.transform_values { |list| list.map { |row| row["id"] } }.inspect
CsvScanner.new("a;b\r\n1;\"2;3\"\r\n", separator: ";", headers: false).each { |row| p row }
p CsvScanner.new("").to_a, CsvScanner.new("only,headers").to_a, CsvScanner.new(orders).each.next.keys
["a\n\"b", "a\nb\"c\n"].each do |text|
  CsvScanner.new(text).to_a
rescue CsvScanner::Malformed => e
  puts "malformed: #{e.message}"
end
