# pack and unpack in the formats that scripts use.
puts [65, 66, 67].pack("C*"), [1, 2].pack("s*").unpack("s*").inspect, [1].pack("N").bytes.inspect, [1].pack("V").bytes.inspect
puts ["abc", "de"].pack("A5A5").inspect, "abc  de   ".unpack("A5A5").inspect, ["abc"].pack("a5").inspect
puts ["616263"].pack("H*"), "abc".unpack("H*").inspect, "abc".unpack1("B*"), ["01100001"].pack("B*")
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
