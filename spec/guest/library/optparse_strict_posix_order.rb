require 'optparse'

class Grep
  attr_reader :settings

  def initialize(argv)
    @settings = { ignore_case: false, context: 0, patterns: [] }
    @argv = argv.dup
  end

  def parser
    @parser ||= OptionParser.new do |o|
      o.summary_width = 20
      o.summary_indent = '  '
      o.banner = 'grep [-icv] [-e PATTERN] [TEXT...]'
      o.define('-i', '--ignore-case', 'fold case') { @settings[:ignore_case] = true }
      o.define('-C', '--context N', Integer, 'lines around') { |n| @settings[:context] = n }
      o.define('-e', '--regexp PATTERN', Regexp, 'may be given twice') { |r| @settings[:patterns] << r }
      o.define('-v', '--invert') { @settings[:invert] = true }
      o.define('-c', '--count') { @settings[:count] = true }
    end
  end

  def run(lines)
    rest = parser.order(@argv)
    @settings[:patterns] << Regexp.new(rest.shift || raise(OptionParser::MissingArgument, 'PATTERN')) if @settings[:patterns].empty?
    found = lines.each_index.select do |i|
      text = @settings[:ignore_case] ? lines[i].downcase : lines[i]
      @settings[:patterns].any? { |r| r.match?(text) } ^ @settings[:invert]
    end
    return found.size if @settings[:count]

    found.flat_map { |i| ([i - @settings[:context], 0].max..i + @settings[:context]).to_a & lines.each_index.to_a }.uniq.map { |i| "#{i + 1}:#{lines[i]}" }
  rescue OptionParser::ParseError, RegexpError => e
    "grep: #{e.message}"
  end
end

TEXT = ['Apple pie', 'banana split', 'Cherry tart', 'apple crumble', 'date cake'].freeze

[%w[apple], %w[-i apple], %w[-ci apple], %w[-v a], %w[-C1 Cherry], %w[-e ^b -e ^d], %w[apple -i], %w[-e], %w[-C x a], [], %w[-q], %w[( x]].each do |args|
  puts "#{args.join(' ').ljust(14)} #{Grep.new(args).run(TEXT).inspect}"
end
puts Grep.new([]).parser
