require "csv"

# Gives lines, and is no StringIO.
class Feed
  def initialize(text) = @text = text.dup

  def gets(separator = "\n", limit = nil)
    return if @text.empty?
    return @text.slice!(0, limit) if limit

    separator ? @text.slice!(/\A.*?(#{Regexp.escape(separator)}|\z)/m) : @text.slice!(0..)
  end

  def read(length = nil) = length ? @text.slice!(0, length) : @text.slice!(0..)
  def eof? = @text.empty?
end

p CSV.new(Feed.new("a,b\n1,2\n")).read
p CSV.new(Feed.new("a;b\r\n1;\"x\r\ny\"\r\n"), col_sep: ";").to_a
p CSV.new(Feed.new("name,age\nAda,36\n"), headers: true).map(&:to_h)

text = CSV.generate { |csv| csv << ["é", "ü"] }
p text, text.encoding
p CSV.generate_line(%w[a ö]).encoding
latin = CSV.generate(encoding: "ISO-8859-1") { |csv| csv << ["é".encode("ISO-8859-1")] }
p latin.encoding, latin.bytes
p CSV.parse("é;ü\n".encode("UTF-16LE"), col_sep: ";".encode("UTF-16LE")).map { |row| row.map { |s| s.encode("UTF-8") } }
row = CSV::Row.new(%w[a b], [1, "é"])
p row.inspect.encoding, row
p Time.at(0).utc.to_date, CSV.parse("a\n2024-02-03\n", headers: true, converters: :all).first["a"].class
