# StringIO: text read and written like a stream.
require "stringio"

out = StringIO.new
out.puts "one", [2, [3]]
out.print "a", :b
out << "c" << 4
out.printf("%03d\n", 7)
out.write("x", "yz").then { |count| p count }
puts out.string, out.pos, out.string.lines.size

io = StringIO.new("first\nsecond\n\nlast")
p io.gets, io.lineno, io.getc, io.read(3), io.pos, io.eof?, io.gets(chomp: true), io.readlines, io.eof?, io.gets, io.read, io.read(1)
io.rewind
p io.each_line.map(&:chomp), io.lineno
io.rewind
p io.each_line(chomp: true).with_index.to_a, io.read
io.pos = 6
io.ungetc("!")
p io.gets, io.string
words = StringIO.new("a,b,c")
p words.gets(","), words.gets(nil), words.gets(nil)
letters = StringIO.new("héé")
p letters.getc, letters.getc, letters.pos, letters.each_char.to_a, letters.size
over = StringIO.new(+"abcdef")
over.write("XY")
over.seek(-1, IO::SEEK_END)
over.write("Z!")
p over.string, over.pos
log = StringIO.new(+"kept ", "a")
log.write("added")
p log.string
p StringIO.open("block") { |file| file.read }, StringIO.new("a b\nc d").map(&:split), StringIO.new("x").readline
[-> { StringIO.new("").readline }, -> { closed = StringIO.new("x"); closed.close; closed.read }].each do |wrong|
  wrong.call
rescue IOError => e
  puts e.class, e.message
end
real = $stdout
$stdout = StringIO.new
puts "captured"
print 1, 2
p :three
text = $stdout.string
$stdout = real
p text
