# Needs Ruby 3.3: its standard library
require 'optparse'
require 'optparse/date'
require 'optparse/time'

def run(args)
  opts = {}
  parser = OptionParser.new do |o|
    o.program_name = 'plan'
    o.version = '1.4.2'
    o.on('--from DATE', Date)
    o.on('--at TIME', Time)
    o.on('-t', '--tags A,B', Array)
    o.on('--ratio X', Float)
    o.on('--max N', OptionParser::DecimalInteger)
    o.on('--match RE', Regexp)
    o.on('--mode [MODE]', { 'f' => :fast, 's' => :slow })
    o.on('--colour', TrueClass)
    o.on('--bits N', OptionParser::OctalInteger)
    o.on('--any N', Numeric)
  end
  rest = parser.parse(args, into: opts)
  puts "#{opts} | #{rest}"
rescue OptionParser::InvalidArgument => e
  puts "invalid: #{e.message} args=#{e.args.inspect} reason=#{e.reason}"
rescue OptionParser::InvalidOption, OptionParser::AmbiguousOption => e
  puts "#{e.class.name.split('::').last}: #{e.message}"
rescue Date::Error => e
  puts "date: #{e.message}"
end

run %w[--from 2024-03-01 -t a,b,c file]
run %w[--ratio 1.5e2 --max 1_000 --bits 17]
run %w[--match /ab+/i --mode f]
run %w[--mode --colour]
run %w[--any 3/4 --any 0x1f]
run %w[--at 2024-05-01T10:00:00Z]
run %w[--ratio abc]
run %w[--max 12.5]
run %w[--ma 3]
run %w[--mode z]
run %w[--from]  rescue puts "#{$!.class}: #{$!.message}"
run %w[--zzz]
run %w[x --colour y -t one z]
puts OptionParser.new { |o| o.program_name = 'plan'; o.version = [1, 4, 2] }.ver
p OptionParser::InvalidOption.ancestors.take(3)
