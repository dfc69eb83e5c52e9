# Printing, IO and StringIO.
text = StringIO.new
$stdout = text
puts [1, [2, nil]]
print "a", :b
p 1, "x"
printf("%02d\n", 5)
putc "z"
$stdout = STDOUT
same text.string, "1\n2\n\nab1\n\"x\"\n05\nz"
same $stdout.fileno, 1
same $stderr.sync, true
same STDOUT.inspect, "#<IO:<STDOUT>>"
lines = StringIO.new("one\ntwo\n")
same lines.gets, "one\n"
same lines.read, "two\n"
same lines.gets, nil
lines.rewind
same lines.read(1).encoding, Encoding::BINARY
same lines.read.encoding, Encoding::UTF_8
same EOFError.superclass, IOError
same Kernel.respond_to?(:puts), true
raises(ArgumentError, "descriptor 5, a sandbox has 1 and 2 (use $stdout or $stderr)") { IO.new(5) }
frozen = StringIO.new("abc".freeze)
same frozen.getbyte, 97
raises(IOError, "not opened for writing") { frozen.write("x") }
half = StringIO.new(+"ab")
half.close_read
raises(IOError, "not opened for reading") { half.read }
same half.write("c"), 1
same StringIO.new("axbxc").gets("x", 9), "ax"
same StringIO.new("héllo").gets(2), "hé"
same StringIO.new("a\n\n\nb").each_line("").to_a, ["a\n\n\n", "b"]
same [$stdin, $stdout, $stderr].map(&:external_encoding), [Encoding::UTF_8, nil, nil]
same [$stdin, $stdout, $stderr].map(&:internal_encoding), [nil, nil, nil]

# StringIO: what C does, and what it leaves to Ruby.
io = StringIO.new(+"é\r\nb\xff")
same [io.gets, io.lineno, io.pos, $_], ["é\r\n", 1, 4, "é\r\n"]
same [io.gets(chomp: true), io.gets, io.eof?, $_], ["b\xff", nil, true, nil]
io.rewind
same [io.gets("\n", chomp: true), io.gets(1), io.getc, io.getc], ["é", "b", "\xff", nil]
io.pos = 1
same [io.getc, io.getbyte, io.read(2), io.read], ["\xa9", 13, "\nb".b, "\xff"]
same [io.read, io.read(1), io.read(0)], ["", nil, ""]
same [io.read.encoding, StringIO.new("é").read(1).encoding], [Encoding::UTF_8, Encoding::BINARY]
same StringIO.new("é,ü").gets(1), "é"
wide = StringIO.new("a\nb".encode("UTF-16LE"))
same [wide.gets, wide.read], ["a\n".encode("UTF-16LE"), "b".encode("UTF-16LE")]
io = StringIO.new(+"abc")
io.pos = 1
same [io.write("XYZ", 1), io.string.dup, io.write(io.string), io.string], [4, "aXYZ1", 5, "aXYZ1aXYZ1"]
io.pos = 12
io << :z << "é".encode("ISO-8859-1")
same [io.string, io.pos], ["aXYZ1aXYZ1\0\0zé", 15]
bytes = StringIO.new(+"é".b)
same [bytes.write("é"), bytes.string, bytes.string.encoding], [2, "é".b, Encoding::BINARY]
added = StringIO.new(+"ab", "a+")
added.puts "c"
same [added.string, added.pos], ["abc\n", 4]
fixed = StringIO.new(+"a")
fixed.string.freeze
raises(IOError, "not modifiable string") { fixed.write("b") }
raises(IOError, "not opened for writing") { StringIO.new("a".freeze).write("b") }
raises(IOError, "not opened for reading") { StringIO.new(+"a", "w").gets }
raises(IOError, "not opened for reading") { StringIO.allocate.eof? }
raises(TypeError, "no implicit conversion of Integer into String") { StringIO.new(1) }
raises(ArgumentError, "unknown keyword: :foo") { StringIO.new("a").gets(foo: 1) }
raises(ArgumentError, "negative length -1 given") { StringIO.new("a").read(-1) }
copy = (first = StringIO.new(+"a")).dup
copy.close
same [copy.closed?, first.closed?], [true, false]
loud = Class.new(StringIO) { def write(*parts) = super(*parts.map { |part| part.to_s.upcase }) }.new
loud << "a"
loud.puts "b"
same loud.string, "AB\n"
