class JsonParser
  class Error < StandardError; end

  def self.parse(text) = new(text).parse

  def initialize(text)
    @chars = text.chars
    @pos = 0
  end

  def parse
    value = read_value
    skip_space
    fail_at("trailing characters") if @pos < @chars.size
    value
  end

  private

  def fail_at(reason) = raise(Error, "#{reason} at #{@pos}")
  def peek = @chars[@pos]
  def advance = @chars[@pos].tap { @pos += 1 }
  def skip_space = (@pos += 1 while [" ", "\n", "\t", "\r"].include?(peek))

  def expect(char)
    fail_at("expected #{char}, found #{peek.inspect}") unless peek == char
    @pos += 1
  end

  def read_value
    skip_space
    case peek
    when "{" then read_object
    when "[" then read_array
    when '"' then read_string
    when "t" then read_word("true", true)
    when "f" then read_word("false", false)
    when "n" then read_word("null", nil)
    when "-", "0".."9" then read_number
    else fail_at("unexpected #{peek.inspect}")
    end
  end

  def read_word(word, value)
    word.each_char { |c| expect(c) }
    value
  end

  def read_number
    text = +""
    text << advance while peek && "+-.eE0123456789".include?(peek)
    text.count(".eE").zero? ? Integer(text) : Float(text)
  end

  def read_string
    expect('"')
    text = +""
    until peek == '"'
      fail_at("unterminated string") if peek.nil?
      c = advance
      text << (c == "\\" ? read_escape : c)
    end
    @pos += 1
    text
  end

  def read_escape
    case c = advance
    when "n" then "\n"
    when "t" then "\t"
    when "u" then [4.times.map { advance }.join.hex].pack("U")
    else c
    end
  end

  def read_array
    expect("[")
    items = []
    skip_space
    return items.tap { @pos += 1 } if peek == "]"

    loop do
      items << read_value
      skip_space
      break if peek == "]"

      expect(",")
    end
    @pos += 1
    items
  end

  def read_object
    expect("{")
    object = {}
    skip_space
    return object.tap { @pos += 1 } if peek == "}"

    loop do
      skip_space
      key = read_string
      skip_space
      expect(":")
      object[key] = read_value
      skip_space
      break if peek == "}"

      expect(",")
    end
    @pos += 1
    object
  end
end

data = JsonParser.parse('{"user": {"name": "Zo\u00eb \"Z\"", "age": 41, "tags": ["a", "b\n"]}, "ok": [true, false, null], "n": [-1, 2.5, 1e3, 0.001], "empty": [{}, []]}')
data.each { |key, value| puts "#{key}: #{value.class}" }
puts data["user"]["name"], data.dig("user", "tags").inspect, data["ok"].inspect, data["n"].inspect, data["n"].sum
puts data["empty"].map(&:size).inspect
['[1, 2', '{"a" 1}', '"open', '[1] x', 'nul', ''].each do |bad|
  JsonParser.parse(bad)
rescue JsonParser::Error => e
  puts "#{bad.inspect}: #{e.message}"
end
