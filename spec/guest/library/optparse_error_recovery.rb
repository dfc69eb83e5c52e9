require 'optparse'

def recover(argv)
  ignored = []
  chosen = {}
  parser = OptionParser.new do |o|
    o.on('--size N', Integer)
    o.on('--name TEXT', String)
    o.on('--loud')
  end
  args = argv.dup
  begin
    parser.parse!(args, into: chosen)
  rescue OptionParser::InvalidOption => e
    e.recover(args)
    ignored << args.shift
    retry
  rescue OptionParser::InvalidArgument, OptionParser::MissingArgument => e
    ignored << e.args.join(' ')
    retry
  end
  { chosen:, ignored:, rest: args }
end

p recover(%w[--size 3 --weird --name bob tail])
p recover(%w[--size big --loud])
p recover(%w[a --name])
p recover(%w[--x --y --loud])

parser = OptionParser.new
parser.on('-n', '--number N', Integer)
begin
  parser.parse(%w[-n seven])
rescue OptionParser::ParseError => e
  p e.message, e.args, e.to_s, e.reason, e.inspect
  e.reason = 'not a whole number'
  puts e.message
end
begin
  parser.parse(%w[--numbre 7])
rescue OptionParser::InvalidOption => e
  puts e.message.lines.first
end
missing = OptionParser::MissingArgument.new('--file')
p missing, missing.message
p [OptionParser::AmbiguousArgument, OptionParser::NeedlessArgument].map(&:superclass)
parser.separator 'end'
puts parser.summarize.map(&:chomp)
