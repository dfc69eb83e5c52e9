require 'optparse'

p OptionParser.new.getopts(%w[-a -b 1 --foo --bar=x --zot y rest], 'ab:', 'foo', 'bar:', 'zot:Z;')
p OptionParser.new.getopts(%w[], 'ab:', 'foo', 'bar:default')

parser = OptionParser.new('Usage: record [options]')
values = {}
parser.on('--verbose', 'Speak up') { values[:verbose] = true }
parser.on('--version-file FILE') { |f| values[:version_file] = f }
parser.on('--output FILE', '-o') { |f| values[:output] = f }
parser.on('-i', '--include DIR', 'May be repeated') { |d| (values[:include] ||= []) << d }
parser.on('-l', '--level[=N]', Integer) { |n| values[:level] = n || 1 }
parser.on('-x') { |v| values[:x] = v }
parser.on('-y', '--no-yes') { |v| values[:yes] = v }

def try(parser, values, args)
  values.clear
  left = parser.parse(args)
  puts "#{args.join(' ')} -> #{values} #{left}"
rescue OptionParser::AmbiguousOption => e
  puts "#{args.join(' ')} -> ambiguous: #{e.message}"
rescue OptionParser::NeedlessArgument => e
  puts "#{args.join(' ')} -> needless: #{e.message}"
rescue OptionParser::ParseError => e
  puts "#{args.join(' ')} -> #{e}"
end

try parser, values, %w[--verb]
try parser, values, %w[--ver]
try parser, values, %w[--out a.txt -oB.txt]
try parser, values, %w[-i a -i b --include=c]
try parser, values, %w[-l --level=3]
try parser, values, %w[-l5 -x tail]
try parser, values, %w[-xl2]
try parser, values, %w[-y]
try parser, values, %w[--yes]
try parser, values, %w[--verbose=3]
try parser, values, %w[-o]
try parser, values, %w[-z]
try parser, values, %w[--level=high]
puts parser.summarize
p parser.to_a.first
parser.require_exact = true
try parser, values, %w[--verb]
