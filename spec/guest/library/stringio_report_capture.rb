# Needs Ruby 3.3: its standard library
require 'stringio'

def capture
  old = $stdout
  $stdout = StringIO.new
  yield
  $stdout.string
ensure
  $stdout = old
end

text = capture do
  puts 'inside', [1, [2]]
  print 'a', 'b', "\n"
  printf("%05.1f|%-4s|\n", 3.14159, 'x')
  p nil, :sym
  putc 'Z'
  $stdout << 'chain' << 1
end
p text, text.lines.size

io = StringIO.new("first line\nsecond line\n\nlast")
p io.gets, io.lineno, io.pos, io.getc, io.ungetc('S'), io.gets(chomp: true), io.read(3), io.eof?, io.gets, io.gets, io.eof?
io.rewind
p io.readlines(chomp: true), io.read, io.read(1)
io.rewind
p io.each_line.with_index(1).map { |l, i| "#{i}:#{l.chomp}" }
io.pos = 6
p io.readchar, io.readline, io.each_char.first(3), io.readbyte, io.getbyte
io.seek(-4, IO::SEEK_END)
p io.read, io.tell, io.size
begin
  io.readline
rescue EOFError => e
  puts e.message
end
io.rewind
p io.gets(''), io.gets(nil), io.gets('')
io.rewind
p io.gets(5), io.gets('e', 3), io.each_line(' ').to_a.last

out = StringIO.new(+'Hello')
out.write(' J', 3)
p out.string
out.seek(0, IO::SEEK_END)
out.puts ' world', nil
out.pos = 20
out.print 'gap'
p out.string, out.length, out.truncate(5), out.string, out.closed?
out.close_write
begin
  out.write('x')
rescue IOError => e
  puts e.message
end
p StringIO.new('ro'.freeze).read
begin
  StringIO.new('ro'.freeze).write('x')
rescue IOError => e
  puts e.message
end
appended = StringIO.new(+'log:', 'a')
appended << 'one,' << 'two'
p appended.string, StringIO.open('blk') { |s| s.read.upcase }, StringIO.new('äöü').each_char.to_a, StringIO.new('äö').each_byte.to_a
p StringIO.new("a,b\nc").each_line(chomp: true).map { |l| l.split(',') }, StringIO.new('x').tty?, StringIO.new('x').sync
begin
  StringIO.new(42)
rescue TypeError => e
  puts e.message
end
