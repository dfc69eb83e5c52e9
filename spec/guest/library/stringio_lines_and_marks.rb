require "stringio"

io = StringIO.new("one\r\ntwo\nthree")
p io.gets(chomp: true), io.gets(nil, chomp: true)
io.rewind
p io.each_line(chomp: true).to_a
p StringIO.new("a\nb").gets(nil, chomp: true)
p StringIO.new("a,b,c").each_line(",", chomp: true).to_a

text = StringIO.new("\uFEFFä1\n".encode("UTF-16LE"), mode: "rb:BOM|UTF-8")
p text.external_encoding, text.read.encode("UTF-8")
%w[UTF-8 UTF-16BE UTF-16LE UTF-32BE UTF-32LE].each do |name|
  marked = StringIO.new("\uFEFFab".encode(name))
  p [name, marked.set_encoding_by_bom.to_s, marked.pos]
end
p StringIO.new("plain").set_encoding_by_bom

out = StringIO.new((+"").force_encoding("US-ASCII"))
out << "plain" << "é"
p out.string, out.string.encoding
latin = StringIO.new((+"").force_encoding("ISO-8859-1"))
latin << "é" << "e"
p latin.string.bytes
bytes = StringIO.new((+"").b)
bytes << "é" << "\xff".b
p bytes.string, bytes.string.encoding
wide = StringIO.new(+"", "w:utf-32be")
wide.print "ab"
p wide.string.bytes
begin
  StringIO.new(+"é") << "ü".encode("UTF-16LE") << "x"
  puts "converted"
rescue Encoding::CompatibilityError => e
  puts e.class
end

frozen = StringIO.new(+"abc", "r+")
frozen.string.freeze
[-> { frozen.write("x") }, -> { frozen.ungetc("x") }, -> { frozen.ungetbyte("x") }].each do |change|
  change.call
rescue IOError => e
  puts "#{e.class}: #{e.message}"
end

data = StringIO.new("0123456789")
p data.sysread, data.sysread
begin
  data.sysread(1)
rescue EOFError => e
  puts e.message
end
p StringIO.new("é").binmode.external_encoding
back = StringIO.new(+"äb")
back.getc
back.ungetbyte("\xe7\xb4\x85")
p back.read
