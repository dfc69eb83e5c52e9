require 'optparse'

Options = Struct.new(:width, :height, :format, :verbose, :keep, :files)

def parse(argv)
  options = Options.new(800, nil, :jpg, false, true, [])
  parser = OptionParser.new do |o|
    o.banner = 'Usage: resize [options] FILE...'
    o.separator ''
    o.separator 'Size:'
    o.on('-w', '--width PIXELS', Integer, 'Target width (default 800)') { |v| options.width = v }
    o.on('-h', '--height=PIXELS', Integer, 'Target height') { |v| options.height = v }
    o.separator 'Output:'
    o.on('-f', '--format FORMAT', %i[jpg png webp], 'jpg, png or webp') { |v| options.format = v }
    o.on('--[no-]keep', 'Keep the original') { |v| options.keep = v }
    o.on('-v', '--verbose', 'Talk more') { options.verbose = true }
  end
  options.files = parser.parse(argv)
  raise OptionParser::MissingArgument, 'FILE' if options.files.empty?

  options
end

[
  %w[a.png],
  %w[-w 1024 --format webp a.png b.png],
  %w[--width=20 --no-keep -v -- -odd.png],
  %w[-w wide a.png],
  %w[--format gif a.png],
  %w[--colour a.png],
  %w[--height],
  %w[--f png -h10 x],
  []
].each do |argv|
  p parse(argv)
rescue OptionParser::ParseError => e
  puts "#{e.class}: #{e.message}"
end

help = OptionParser.new('Usage: tool') do |o|
  o.on('-a', '--all', 'Everything')
  o.on('-n NUM', Integer, 'A number', '(at most 10)')
end
puts help
puts help.help.lines.size
