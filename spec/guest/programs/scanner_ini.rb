require "strscan"

class IniParser
  class SyntaxError < StandardError
    attr_reader :line

    def initialize(message, line)
      @line = line
      super("line #{line}: #{message}")
    end
  end

  def self.parse(text) = new(text).parse

  def initialize(text)
    @scanner = StringScanner.new(text)
    @line = 1
  end

  def parse
    result = Hash.new { |hash, key| hash[key] = {} }
    section = result["global"]
    until @scanner.eos?
      case
      when @scanner.skip(/[ \t]*(?:[;#][^\n]*)?(?:\n|\z)/) then advance
      when @scanner.scan(/[ \t]*\[\s*([^\]\n]+?)\s*\][ \t]*(?:\n|\z)/)
        section = result[@scanner[1]]
        advance
      when @scanner.scan(/[ \t]*(?<key>[\w.-]+)(?<list>\[\])?[ \t]*=[ \t]*/)
        key, list = @scanner.values_at(:key, :list)
        value = scan_value
        list ? (section[key] ||= []) << value : section[key] = value
      else
        raise SyntaxError.new("what is #{@scanner.check(/[^\n]*/).inspect}?", @line)
      end
      break if @scanner.eos?
    end
    result.reject { |name, values| name == "global" && values.empty? }
  end

  private

  def advance = @line += @scanner.matched.count("\n")

  def scan_value
    if @scanner.skip(/"/)
      text = +""
      until @scanner.skip(/"/)
        raise SyntaxError.new("a string is open", @line) if @scanner.eos? || @scanner.check(/\n/)

        text << (@scanner.skip(/\\/) ? escape(@scanner.getch) : @scanner.getch)
      end
      @scanner.skip(/[ \t]*(?:[;#][^\n]*)?(?:\n|\z)/)
    else
      text = convert((@scanner.scan(/[^;#\n]*/) || "").strip)
      @scanner.skip(/(?:[;#][^\n]*)?(?:\n|\z)/)
    end
    @line += 1
    text
  end

  def escape(letter) = { "n" => "\n", "t" => "\t" }.fetch(letter, letter)

  def convert(text)
    case text
    when /\A[-+]?\d+\z/ then text.to_i
    when /\A[-+]?\d+\.\d+\z/ then text.to_f
    when /\A(?:true|yes|on)\z/i then true
    when /\A(?:false|no|off)\z/i then false
    when "" then nil
    else text
    end
  end
end

config = IniParser.parse(<<~'INI')
  ; made by hand
  name = Größe
  debug=off

  [ database ]
  host = db.example.com   # the primary
  port = 5432
  ratio = -0.75
  password = "se\"cr;et\n#1"   ; quoted
  empty =

  [servers]
  list[] = alpha
  list[] = beta
  list[] = 3
INI
config.each do |section, values|
  puts "[#{section}]"
  values.each { |key, value| puts "  #{key} => #{value.inspect} (#{value.class})" }
end
["a = 1\n= 2\n", "[x\n", "a = \"open\nb = 1", "ok = yes"].each do |text|
  p IniParser.parse(text)
rescue IniParser::SyntaxError => e
  puts "#{e.message} (#{e.line})"
end
