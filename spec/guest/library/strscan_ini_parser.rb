# Without the require of strscan
class IniParser
  Error = Class.new(StandardError)

  def self.parse(text) = new(text).parse

  def initialize(text)
    @ss = StringScanner.new(text)
    @data = Hash.new { |h, k| h[k] = {} }
    @section = 'global'
  end

  def parse
    until @ss.eos?
      case
      when @ss.skip(/\s+/), @ss.skip(/[;#][^\n]*/) then next
      when @ss.scan(/\[([^\]\n]+)\]/) then @section = @ss[1].strip
      when @ss.scan(/([\w.-]+)[ \t]*=[ \t]*/) then @data[@section][@ss[1]] = value
      else error
      end
    end
    @data.default_proc = nil
    @data
  end

  private

  def value
    if @ss.scan(/"((?:[^"\\]|\\.)*)"/)
      @ss[1].gsub(/\\(.)/) { { 'n' => "\n", 't' => "\t" }.fetch($1, $1) }
    else
      raw = @ss.scan(/[^\n;]*/).strip
      case raw
      when /\A-?\d+\z/ then raw.to_i
      when /\A(?:yes|true|on)\z/i then true
      when /\A(?:no|false|off)\z/i then false
      when '' then nil
      when /,/ then raw.split(/\s*,\s*/)
      else raw
      end
    end
  end

  def error
    line = @ss.string.byteslice(0, @ss.pos).count("\n") + 1
    raise Error, "line #{line}: cannot read #{@ss.check(/[^\n]*/).inspect}"
  end
end

config = IniParser.parse(<<~'INI')
  ; defaults
  debug = off
  [server]
  host = example.org ; public name
  port=8080
  motd = "Hello\n\"World\""
  [ paths ]
  search = /usr/bin, /bin ,/opt
  empty =
INI

config.each { |section, pairs| puts section; pairs.each { |k, v| puts "  #{k}: #{v.inspect}" } }
p config.dig('server', 'port')
p config['nope']
["[open\nx=1", "a = 1\n\n!!", "=5"].each do |bad|
  IniParser.parse(bad)
rescue IniParser::Error => e
  puts e.message
end
