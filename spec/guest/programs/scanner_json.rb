require "strscan"
require "json"

class JsonReader
  class Invalid < StandardError; end

  ESCAPES = { "b" => "\b", "f" => "\f", "n" => "\n", "r" => "\r", "t" => "\t" }.freeze

  def self.read(text)
    reader = new(text)
    value = reader.value
    reader.finish
    value
  end

  def initialize(text)
    @scanner = StringScanner.new(text)
  end

  def value
    space
    case
    when @scanner.skip(/\{/) then object
    when @scanner.skip(/\[/) then array
    when @scanner.skip(/"/) then string
    when @scanner.scan(/-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/)
      @scanner[1] || @scanner[2] ? @scanner.matched.to_f : @scanner.matched.to_i
    when @scanner.skip(/true\b/) then true
    when @scanner.skip(/false\b/) then false
    when @scanner.skip(/null\b/) then nil
    else invalid("a value")
    end
  end

  def finish
    space
    invalid("the end") unless @scanner.eos?
  end

  private

  def space = @scanner.skip(/\s+/)

  def object
    members = {}
    space
    return members if @scanner.skip(/\}/)

    loop do
      space
      @scanner.skip(/"/) or invalid("a key")
      key = string
      space
      @scanner.skip(/:/) or invalid("a colon")
      members[key] = value
      space
      return members if @scanner.skip(/\}/)

      @scanner.skip(/,/) or invalid("a comma or a brace")
    end
  end

  def array
    elements = []
    space
    return elements if @scanner.skip(/\]/)

    loop do
      elements << value
      space
      return elements if @scanner.skip(/\]/)

      @scanner.skip(/,/) or invalid("a comma or a bracket")
    end
  end

  def string
    text = +""
    loop do
      if (plain = @scanner.scan(/[^"\\]+/)) then text << plain
      elsif @scanner.skip(/"/) then return text
      elsif @scanner.scan(/\\u(\h{4})/) then text << unicode(@scanner[1].hex)
      elsif @scanner.scan(/\\(.)/m) then text << ESCAPES.fetch(@scanner[1], @scanner[1])
      else invalid("a quote")
      end
    end
  end

  def unicode(code)
    return [code].pack("U") unless (0xd800..0xdbff).cover?(code) && @scanner.scan(/\\u([dD][c-fC-F]\h\h)/)

    [0x10000 + ((code - 0xd800) << 10) + @scanner[1].hex - 0xdc00].pack("U")
  end

  def invalid(wanted)
    line = @scanner.pre_match.to_s.count("\n") + 1
    got = @scanner.eos? ? "the end" : @scanner.peek(1).inspect
    raise Invalid, "#{wanted} is wanted at byte #{@scanner.pos}, not #{got} (line #{line})"
  end
end

documents = ['{"name": "Zo\u00eb", "tags": ["a", "b\n"], "n": [1, -2.5, 3e2, 0], "ok": true, "no": null}', "[]", " {} ",
             '"\\ud83d\\ude00 \\" \\\\ \\/ é 日本"', "[[[]], {\"a\": {}}]", "12", "-0.5E-1", '{"a": [1, {"b": [false]}]}']
documents.each do |text|
  read = JsonReader.read(text)
  puts "#{read.inspect} #{read == JSON.parse(text) ? "as JSON reads it" : "not as JSON reads it"}"
end
["", "[1, 2", "{\"a\" 1}", "[1,]", "\"open", "tru", "[1] 2", "{1: 2}", "{\"a\": 1,\n \"b\" 2}"].each do |text|
  JsonReader.read(text)
  puts "read #{text}"
rescue JsonReader::Invalid => e
  puts "#{text.inspect}: #{e.message}"
end
