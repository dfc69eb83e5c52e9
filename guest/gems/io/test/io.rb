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
