# Needs Ruby 3.3: its standard library
require 'strscan'

Token = Data.define(:type, :value, :line, :column)

class JsonLexer
  RULES = {
    string: /"(?:[^"\\]|\\(?:["\\\/bfnrt]|u\h{4}))*"/,
    number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/,
    literal: /\b(?:true|false|null)\b/,
    punct: /[\[\]{},:]/
  }.freeze

  def initialize(text)
    @ss = StringScanner.new(text)
    @line = 1
    @line_start = 0
  end

  def each
    return to_enum unless block_given?

    until @ss.eos?
      if @ss.skip(/\n/)
        @line += 1
        @line_start = @ss.charpos
        next
      end
      next if @ss.skip(/[ \t\r]+/)

      column = @ss.charpos - @line_start + 1
      type, = RULES.find { |_, re| @ss.scan(re) }
      raise "line #{@line}, column #{column}: unexpected #{@ss.getch.inspect}" unless type

      yield Token.new(type, @ss.matched, @line, column)
    end
  end
end

source = <<~JSON
  {"name": "Käse \\"Brie\\"",
   "price": -12.5e3, "tags": [true, null, 0]}
JSON

tokens = JsonLexer.new(source).each.to_a
tokens.each { |t| puts "#{t.line}:#{t.column.to_s.ljust(3)} #{t.type.to_s.ljust(8)} #{t.value}" }
p tokens.first
p tokens.map(&:type).tally

['{"a": 01x}', "[1,\n @]", '"open'].each do |bad|
  JsonLexer.new(bad).each { |_| }
  puts "#{bad.inspect} ok"
rescue RuntimeError => e
  puts e.message
end
enum = JsonLexer.new('[1]').each
p enum.next.value, enum.next.value, enum.next.value
begin
  enum.next
rescue StopIteration
  puts 'done'
end
