# frozen_string_literal: true

# A command line parser: shell words, short and long options, types, subcommands, help text.
module Shell
  def self.split(line)
    words, word, quote = [], nil, nil
    line.scan(/\G(?:\\(.)|(['"])|(\s+)|([^\\'"\s]+))/m) do |escaped, mark, space, plain|
      if quote && mark != quote then (word ||= +"") << (escaped ? (quote == "'" ? "\\#{escaped}" : escaped) : mark || space || plain)
      elsif mark then quote, word = quote ? nil : mark, word || +""
      elsif space then (words << word; word = nil) if word
      else (word ||= +"") << (escaped || plain)
      end
    end
    raise ArgumentError, "unmatched quote in #{line.inspect}" if quote

    word ? words << word : words
  end

  def self.escape(word) = word.empty? ? "''" : word.gsub(%r{[^A-Za-z0-9_\-.,:+/@]}) { |c| "\\#{c}" }
end
['cp "my file.txt" dest', "echo 'a \"b\" c' d\\ e \"x\\\"y\" ''", "  spaced   out  ", "", "mixed'quo'ted\"wo rd\""].each { |l| p Shell.split(l) }
begin
  Shell.split("open 'quote")
rescue ArgumentError => e
  puts e.message
end
puts ["plain", "two words", "it's", "", "$HOME"].map { |w| Shell.escape(w) }.join(" ")

class OptionParser
  Option = Struct.new(:key, :short, :long, :type, :default, :text, keyword_init: true) do
    def flag? = type == :flag
    def label = [short && "-#{short}", "--#{long}#{" #{type.to_s.upcase}" unless flag?}"].compact.join(", ")
  end
  class Invalid < StandardError; end
  CASTS = { int: ->(v) { Integer(v, 10) }, float: method(:Float), list: ->(v) { v.split(",") }, sym: :to_sym.to_proc, string: :itself.to_proc }.freeze

  def initialize(banner, &block)
    @banner, @options = banner, {}
    instance_exec(self, &block)
  end

  def on(short = nil, long, type: :flag, default: (false if type == :flag), text: "")
    key = long.tr("-", "_").to_sym
    @options[key] = Option.new(key:, short:, long:, type:, default:, text:)
  end

  def parse(words)
    values = @options.transform_values(&:default)
    rest = []
    queue = words.dup
    while (word = queue.shift)
      case word
      when "--" then rest.concat(queue.slice!(0..))
      when /\A--no-(.+)\z/ then values[find(long: $1).key] = false
      when /\A--([^=]+)(?:=(.*))?\z/m then assign(values, find(long: $1), $2, queue)
      when /\A-(\w)(.+)?\z/
        option, tail = find(short: $1), $2
        if option.flag? && tail
          queue.unshift("-#{tail}")
          tail = nil
        end
        assign(values, option, tail, queue)
      else rest << word
      end
    end
    [values, rest]
  end

  def help
    width = @options.each_value.map { |o| o.label.size }.max
    [@banner, *@options.values.map { |o| format("  %-*s  %s", width, o.label, o.text) + (o.default ? " (default: #{o.default})" : "") }].join("\n")
  end

  private

  def find(**by)
    field, name = by.first
    @options.values.find { |o| o[field] == name } or raise Invalid, "unknown option #{field == :short ? '-' : '--'}#{name}"
  end

  def assign(values, option, given, queue)
    return values[option.key] = option.type == :flag ? true : nil if option.flag?

    text = given || queue.shift or raise Invalid, "--#{option.long} needs a value"
    values[option.key] = CASTS.fetch(option.type).call(text)
  rescue ArgumentError
    raise Invalid, "--#{option.long}: #{text.inspect} is not #{option.type}"
  end
end

parser = OptionParser.new("usage: tool [options] files") do |o|
  o.on "v", "verbose", text: "say more"
  o.on "n", "count", type: :int, default: 1, text: "how many"
  o.on "r", "rate", type: :float, text: "rate per second"
  on "t", "tags", type: :list, default: [], text: "comma separated"
  on "dry-run", text: "change nothing"
end
puts parser.help
['-v -n 5 file.txt', '--count=7 --tags a,b,c --no-verbose x y', '-vn3 -r0.5', '--dry-run -- -v --count', '"two words" --tags=', '-n x', '--nope', '-z', '--rate', '-r 1e3 -t"p q,r"'].each do |line|
  values, rest = parser.parse(Shell.split(line))
  puts "#{values.map { |k, v| "#{k}=#{v.inspect}" }.join(' ')} | #{rest.inspect}"
rescue OptionParser::Invalid => e
  puts "error: #{e.message} (#{e.cause&.class || 'no cause'})"
end
