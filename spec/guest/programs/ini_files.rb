# frozen_string_literal: true

class Ini
  class ParseError < StandardError
    attr_reader :line

    def initialize(message, line)
      @line = line
      super("line #{line}: #{message}")
    end
  end

  def self.parse(text) = new.tap { |ini| ini.send(:read, text) }

  def initialize = @sections = Hash.new { |hash, key| hash[key] = {} }

  def [](section, key = nil) = key ? @sections.dig(section.to_s, key.to_s) : @sections.fetch(section.to_s)
  def to_h = @sections.transform_values(&:dup)

  def to_s
    @sections.map do |name, pairs|
      head = name == "global" ? "" : "[#{name}]\n"
      head + pairs.map { |k, v| "#{k} = #{v.is_a?(Array) ? v.join(', ') : v.inspect}\n" }.join
    end.join("\n")
  end

  private

  def read(text)
    section = "global"
    text.each_line.with_index(1) do |line, number|
      case line.strip
      when "", /\A[#;]/ then next
      when /\A\[(?<name>[\w. ]+)\]\z/ then section = $~[:name].strip
      when /\A([\w.-]+)\s*[=:]\s*(.*?)(?:\s+[;#].*)?\z/ then @sections[section][$1] = cast($2, number)
      else raise ParseError.new("cannot read #{line.strip.inspect}", number)
      end
    end
  end

  def cast(text, number)
    case text
    when /\A"((?:[^"\\]|\\.)*)"\z/ then $1.gsub(/\\(.)/) { { "n" => "\n", "t" => "\t" }.fetch($1, $1) }
    when /\A"/ then raise ParseError.new("unterminated string", number)
    when /\A[+-]?\d[\d_]*\z/ then Integer(text, 10)
    when /\A0x\h+\z/i then text.hex
    when /\A[+-]?\d+\.\d+(e[+-]?\d+)?\z/i then Float(text)
    when /\A(?:yes|true|on)\z/i then true
    when /\A(?:no|false|off)\z/i then false
    when "" then nil
    when /,/ then text.split(/\s*,\s*/).map { |part| cast(part, number) }
    else text
    end
  end
end

ini = Ini.parse(<<~'CONF')
  ; a comment
  name = demo
  [server]
  host: "localhost"   ; where
  port = 8_080
  ratio = -2.5e-1
  mask = 0xFF
  debug = On
  empty =
  [paths.extra]
  list = 1, two, 3.0, no
  quoted = "tab\there \"x\" \\ done"
  # end
CONF
ini.to_h.each { |section, pairs| pairs.each { |k, v| puts "#{section}.#{k}: #{v.inspect}" } }
puts ini
p ini[:server, :port] + 1, ini["server"].keys, ini[:nope, :x], ini.to_h.size
["[bad", "x = \"open", "one = 1\n\nwhat"].each do |text|
  Ini.parse(text)
rescue Ini::ParseError => e
  puts "#{e.class} at #{e.line}: #{e.message}"
end
begin
  Ini.parse("")["none"]
rescue KeyError => e
  puts e.message, e.key.inspect, e.receiver.class
end
