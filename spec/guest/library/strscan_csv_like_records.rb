require 'strscan'

class RecordReader
  include Enumerable

  def initialize(text, separator: ';')
    @text = text
    @sep = separator
  end

  def each
    return enum_for unless block_given?

    ss = StringScanner.new(@text)
    yield read_record(ss) until ss.eos?
  end

  private

  def read_record(ss)
    start = ss.pos
    record = {}
    loop do
      key = ss.scan(/\w+/) or raise IndexError, "key expected at byte #{ss.pos}"
      ss.skip(/:/) or raise IndexError, "colon expected after #{key}"
      record[key.to_sym] = read_value(ss)
      next if ss.skip(/#{Regexp.escape(@sep)}\s*/)
      break if ss.skip(/\n+|\z/)

      raise IndexError, "garbage #{ss.peek(5).inspect} in record starting at #{start}"
    end
    record
  end

  def read_value(ss)
    case
    when ss.scan(/<<(\d+)>>/) then ss.scan(/.{#{ss[1]}}/m)
    when ss.scan(/'((?:[^']|'')*)'/) then ss[1].gsub("''", "'")
    when ss.scan(/\[/)
      list = []
      until ss.skip(/\]/)
        list << read_value(ss)
        ss.skip(/,\s*/)
      end
      list
    when ss.scan(/-?\d+\.\d+/) then ss.matched.to_f
    when ss.scan(/-?\d+/) then ss.matched.to_i
    else ss.scan(/[^;,\]\n]*/)
    end
  end
end

reader = RecordReader.new("id:1; name:'O''Hara'; scores:[3, 4.5, 'x']\nid:2; note:<<9>>two\nlines; flag:yes\n\nid:3;tags:[[1,2],[]]\n")
reader.each { |r| p r }
p reader.count, reader.map { |r| r[:id] }.sum, reader.find { |r| r.key?(:flag) }
p reader.first[:scores].last, reader.each_with_index.map { |r, i| r.size * i }
p reader.lazy.reject { |r| r.key?(:note) }.map(&:keys).to_a
p RecordReader.new("a:1|b:2\n", separator: '|').to_a
["a:1;\n", "1", "a:'x' y\n"].each do |bad|
  RecordReader.new(bad).to_a
rescue IndexError => e
  puts e.message
end
