# Needs Ruby 3.3: its standard library
require 'optparse'

Point = Struct.new(:x, :y)
Size = Data.define(:bytes)

OptionParser.accept(Point, /\A(-?\d+),(-?\d+)\z/) { |_, x, y| Point.new(x.to_i, y.to_i) }
OptionParser.accept(Size) do |text|
  m = /\A(\d+)([kmg])?b?\z/i.match(text) or raise OptionParser::InvalidArgument, text
  Size.new(m[1].to_i << { nil => 0, 'k' => 10, 'm' => 20, 'g' => 30 }.fetch(m[2]&.downcase))
end

Config = Struct.new(:origin, :limit, :env, :level, keyword_init: true)

def configure(args)
  config = Config.new(origin: Point.new(0, 0), env: {}, level: 0)
  parser = OptionParser.new do |opts|
    opts.on('--origin X,Y', Point) { |pt| config.origin = pt }
    opts.on('--limit SIZE', Size) { |s| config.limit = s }
    opts.on('-e', '--env KEY=VALUE', /\A(\w+)=(.*)\z/) { |_, k, v| config.env[k] = v }
    opts.on('-v', 'louder (repeatable)') { config.level += 1 }
    opts.on_tail('--help') { return opts.help }
    opts.on_head('--reset') { config.env.clear }
  end
  parser.parse!(args)
  config
end

[
  %w[--origin 3,-4 --limit 10k],
  %w[-vvv -e PATH=/bin -e X=],
  %w[-e A=1 --reset -e B=2 --limit 2MB],
  %w[--origin 3;4], %w[--limit lots], %w[-e novalue]
].each do |args|
  p configure(args)
rescue OptionParser::InvalidArgument => e
  puts e.message
end

puts configure(%w[--help])
begin
  OptionParser.new { |o| o.on('--when T', Comparable) }
rescue ArgumentError => e
  puts e.message
end
p configure([]).to_h
p OptionParser.new.banner.class
