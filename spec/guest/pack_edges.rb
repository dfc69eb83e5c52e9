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
