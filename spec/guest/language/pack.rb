# == Formats
# pack and unpack in the formats that scripts use.
puts [65, 66, 67].pack("C*"), [1, 2].pack("s*").unpack("s*").inspect, [1].pack("N").bytes.inspect, [1].pack("V").bytes.inspect
puts ["abc", "de"].pack("A5A5").inspect, "abc  de   ".unpack("A5A5").inspect, ["abc"].pack("a5").inspect
puts ["616263"].pack("H*"), "abc".unpack("H*").inspect, "abc".unpack1("B*"), ["01100001"].pack("B*")
p ["é".unpack1("H*"), "é".unpack1("b4"), "é".unpack("h2")[0], "é".unpack1("a*")].map(&:encoding)
puts ["hello world"].pack("m0"), "aGVsbG8gd29ybGQ=".unpack1("m"), ["line " * 20].pack("m").lines.size
puts [1.5].pack("G").unpack1("G"), [3.25, -1.0].pack("E2").unpack("E*").inspect, [1.5].pack("e").bytes.inspect
puts [0x20AC, 233, 97].pack("U*"), "h€y".unpack("U*").inspect, [1, 128, 300].pack("w*").bytes.inspect
puts [-1].pack("l").unpack1("L"), [2**40].pack("Q>").unpack1("Q>"), [-5].pack("q").unpack1("q")
record = [7, "bolt", 250].pack("S>A8L>")
puts record.bytesize, record.unpack("S>A8L>").inspect
puts "\x01\x02\x03\x04".unpack("S>*").inspect, "abcdef".unpack("x2a2").inspect, "a\0b".unpack("Z*a").inspect
puts [1, 2, 3].pack("Cx2C").bytes.inspect, ["a", "b"].pack("a2x1a").bytes.inspect
puts ["quoted = text\n"].pack("M"), "=41=42".unpack1("M")
header = { magic: 0xCAFE, version: 2, flags: 0b101 }
bytes = header.values.pack("nCC")
magic, version, flags = bytes.unpack("nCC")
puts magic.to_s(16), version, flags.to_s(2), bytes.unpack("C*").map { |b| format("%02x", b) }.join(":")
puts "hello".sum, "hello".bytes.each_slice(2).map { |hi, lo| (hi << 8) | (lo || 0) }.sum
puts "%08b" % "A".ord, "A".unpack1("b8"), ["1010"].pack("b*").bytes.inspect

# == Bytes and Base64
# Bytes: hex dump, Base64 and Base32 by pack and by hand, checksums, bit fields, endianness.
def hexdump(data, width: 16)
  data.b.each_char.each_slice(width).with_index.map do |chars, row|
    bytes = chars.map(&:ord)
    hex = bytes.map { |b| format("%02x", b) }.each_slice(8).map { |half| half.join(" ") }.join("  ")
    text = bytes.map { |b| b.between?(0x20, 0x7e) ? b.chr : "." }.join
    format("%08x  %-*s  |%s|", row * width, width * 3, hex, text)
  end
end
data = "Hello, Wörld!\n\x00\x01\x02\xFF~ and some more text".b
puts hexdump(data), hexdump("short", width: 8), hexdump("").inspect

module Base64Ish
  ALPHABET = [*"A".."Z", *"a".."z", *"0".."9", "+", "/"].join.freeze
  def self.encode(s)
    s.bytes.each_slice(3).map do |a, b = nil, c = nil|
      n = (a << 16) | (b.to_i << 8) | c.to_i
      quad = [18, 12, 6, 0].map { |shift| ALPHABET[n >> shift & 63] }
      quad[3] = "=" unless c
      quad[2] = "=" unless b
      quad.join
    end.join
  end

  def self.decode(s)
    s.delete("=\n").each_char.each_slice(4).flat_map do |chars|
      n = chars.inject(0) { |acc, ch| acc << 6 | ALPHABET.index(ch) } << 6 * (4 - chars.size)
      [n >> 16 & 255, n >> 8 & 255, n & 255].first(chars.size - 1)
    end.pack("C*").force_encoding("UTF-8")
  end
end
["", "f", "fo", "foo", "foob", "fooba", "foobar", "Grüße ✓"].each do |text|
  packed = [text].pack("m0")
  puts [packed, Base64Ish.encode(text) == packed, packed.unpack1("m").force_encoding("UTF-8") == text, Base64Ish.decode(packed) == text].join(" ")
end
long = "The quick brown fox jumps over the lazy dog and runs away"
puts [long].pack("m"), [long].pack("m30").lines.size, [long].pack("m0").tr("+/", "-_").delete("="), ("bad!".unpack1("m0") rescue "strict base64")
b32 = ->(s) { s.unpack1("B*").scan(/.{1,5}/).map { |bits| [*"A".."Z", *"2".."7"][bits.ljust(5, "0").to_i(2)] }.join }
puts b32["foobar"], b32["hi"]
puts ["48656c6c6f"].pack("H*"), "Hello".unpack1("H*"), "Hi".unpack1("B*"), ["0100100001101001"].pack("B*"), "az".unpack("C*").inspect, "é€".unpack("U*").inspect, [233, 8364, 128512].pack("U*"), "AbC".sum, "abc".unpack("a1 x1 a1").inspect
puts [1, 2, 3].pack("S>L<C").bytes.inspect, [258].pack("n").bytes.inspect, [258].pack("v").bytes.inspect, [-1].pack("l").unpack1("L"), [3.5].pack("g").bytes.inspect, [1.1].pack("E").unpack1("E"), ["abc", "de"].pack("A5A5").inspect, ["abc"].pack("a5").inspect, ["abc"].pack("Z*").inspect, "ab\0cd".unpack("Z*a*").inspect, [300, 1].pack("w*").bytes.inspect, [1, 300].pack("w2").unpack("w*").inspect
header = ["KBK1", 2, 65_535, 0b1010, "title"].pack("a4 C S> N Z10")
magic, version, size, flags, title = header.unpack("a4 C S> N Z10")
p magic, version, size, flags.digits(2), title, header.bytesize, header.encoding, header.byteslice(0, 4), header.getbyte(4)
crc = ->(s) { s.each_byte.inject(0xFFFFFFFF) { |c, b| 8.times.inject(c ^ b) { |x, _| x[0] == 1 ? (x >> 1) ^ 0xEDB88320 : x >> 1 } } ^ 0xFFFFFFFF }
adler = ->(s) { a, b = s.bytes.reduce([1, 0]) { |(x, y), c| x = (x + c) % 65_521; [x, (y + x) % 65_521] }; b << 16 | a }
fnv = ->(s) { s.bytes.inject(0xcbf29ce484222325) { |h, b| (h ^ b) * 0x100000001b3 & 0xffffffffffffffff } }
puts crc["123456789"].to_s(16), adler["Wikipedia"].to_s(16), fnv["hello"].to_s(16), "hello".bytes.inject { |a, b| a ^ b }, "hello".each_byte.each_slice(2).map { |a, b| (a << 8) + b.to_i }.sum
xor = ->(s, key) { s.bytes.zip(key.bytes.cycle).map { |a, b| a ^ b }.pack("C*") }
secret = xor["attack at dawn", "k3y"]
puts secret.unpack1("H*"), xor[secret, "k3y"], secret.valid_encoding?, secret.encoding, data.index("\xFF".b), data.scan(/[\x00-\x02]/n).size, data.force_encoding("UTF-8").valid_encoding?, data.scrub("?")[0, 20].inspect, "a\xFFb".inspect, "a\xFFb".scrub { |bytes| "<#{bytes.unpack1('H*')}>" }

# == Edges
# pack, unpack and format at their bounds: counts that are too large, what is missing, what is no digit or character.
def row(name)
  puts "#{name}: #{yield.inspect}"
rescue StandardError => e
  puts "#{name}: #{e.class}: #{e.message}"
end

row("lines of uu") { [["abc"].pack("u"), ["a" * 100].pack("u100"), ["a" * 20].pack("u10"), ["a" * 70].pack("u2"), ["ab"].pack("u0"), [""].pack("u")] }
row("a long line of uu") { [2**31 - 1, 2**31 - 3, 64, 63, 3].map { |count| ["x", "abc"].pack("a122u#{count}").size } }
row("uu and back") { (0..70).all? { |size| text = "a" * size; [text].pack("u").unpack1("u") == text } }
row("base64 without its padding") { %w[YQ YWI YWJj YWJjZA YWJjZGU Y YQ= YQ== YWJjZ].map { |text| text.unpack1("m") } << "YW\nJ j".unpack1("m") << "YQ\n".unpack1("m") << "".unpack1("m") }
row("base64 and back") { (0..70).all? { |size| text = "a" * size; [text].pack("m").unpack1("m") == text && [text].pack("m0").delete("=").unpack1("m") == text } }
row("hexadecimal") { [["ab"].pack("H8"), ["xyz"].pack("H*"), ["ab"].pack("H3"), ["  "].pack("H*"), ["ab"].pack("h6"), ["g1"].pack("h*"), ["abc"].pack("H2"), ["abc"].pack("H"), ["a"].pack("H0")] }
row("bits") { [["1"].pack("B16"), ["1"].pack("b12"), ["21a"].pack("B*"), ["10101"].pack("B3"), ["101010101"].pack("b*"), ["1"].pack("B0")] }
row("more than there is") { ["abc".unpack("H2147483647"), "abc".unpack("h2147483647"), "abc".unpack("B2147483647"), "abc".unpack("a2147483647"), "abc".unpack("H3"), "".unpack("H5")] }
row("nil for what is missing") { ["".unpack("C3"), "ab".unpack("C3"), "ab".unpack("S2"), "a".unpack("S*"), "".unpack("C*"), "a".unpack("CC"), "abcde".unpack("L2"), "".unpack1("C"), "".unpack("U3"), "ab".unpack("d2"), "ab".unpack("nC2")] }
row("padding") { ["a \0 ".unpack("A*"), "a\t\n".unpack("A*"), " \t".unpack("A2"), "\n".unpack("A"), "a\0 ".unpack("Z*"), "  a".unpack("A3")] }
row("characters") { [format("%c", 65), format("%c", "é"), format("%5c|%-5c|", "é", 66), format("%c", 0x1f600), format("%c", 65.5)] }
[2**32 + 65, 2**64 + 65, 0x110000].each { |code| row("no character") { format("%c", code) rescue "an error" } }
["%{a", "%<a", "%{", "%"].each { |form| row("unfinished #{form}") { format(form, { a: 1 }) rescue "an error" } }
# == Elements that convert, sizes and buffers
# Needs Ruby 3.3: unknown directives
class Len; def to_int = 65; end
class Txt; def to_str = "abc"; end
p [Len.new].pack("C"), [Txt.new].pack("A5"), [nil, "x"].pack("a2a"), [2**64 - 1].pack("Q").bytes, [2**64].pack("L").bytes, [-(2**70)].pack("q").bytes, [1].pack("l!").size, [1].pack("L_").size, [1].pack("j").size, [1].pack("i!").size, [2**70].pack("w").bytes, [1, 2].pack("C#comment\nC").bytes
b = +"ab"
p [67].pack("C", buffer: b).equal?(b), b, [68].pack("@5C", buffer: b), [1].pack("C", buffer: nil)
[-> { [1].pack("C2") }, -> { [].pack("a") }, -> { [].pack("m") }, -> { [1].pack("y") }, -> { [nil].pack("m") }, -> { [Object.new].pack("a") }, -> { [1].pack("C!") }, -> { [1].pack("C", buffer: 5) }, -> { [-1].pack("w") }].each do |call|
  call.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end
