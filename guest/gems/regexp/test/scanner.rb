# StringScanner, as `require "strscan"` begins to define it.
__define_string_scanner
s = StringScanner.new("ab 12 é")
same s.scan(/(a)(x)?/), "a"
same s.captures, ["a", nil]
same s.skip("b"), 1
same s.scan_until(/\d/), " 1"
same [s.pos, s.pre_match, s.post_match], [4, "ab ", "2 é"]
same s.exist?("é"), 4
same s.unscan.pos, 4
same s.check_until(/(?<letter>é)/), "2 é"
same [s[:letter], s[0], s[-1]], %w[é é é]
raises(IndexError, "undefined group name reference: x") { s[:x] }
s.terminate
same [s.eos?, s.getch, s.matched], [true, nil, nil]
raises(StringScanner::Error, "unscan failed: previous match record not exist") { s.unscan }
raises(RangeError, "index out of range") { s.pos = 99 }
same s.inspect, "#<StringScanner fin>"
same StringScanner.new("foobar", fixed_anchor: true).tap { |f| f.pos = 3 }.scan(/(?<=foo)b/), "b"
raises(ArgumentError, "uninitialized StringScanner object") { StringScanner.allocate.pos }
raises(ArgumentError, "invalid byte sequence in UTF-8") { StringScanner.new("\xFF").scan(/./) }
text = +"a" * 40
s = StringScanner.new(text)
s.scan(/a/)
text.setbyte(1, 98)
same s.scan(/b/), "b"
__define_string_scanner
same s.scan(/a+/).size, 38
