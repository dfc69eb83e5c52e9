# String: insert, concat, lines, bytes and sum.
same "ad".insert(1, "bc"), "abcd"
same "ad".insert(-1, "e"), "ade"
same "a".concat("b", 99), "abc"
same "a\nb\n".lines, ["a\n", "b\n"]
same "a\nb\n".each_line(chomp: true).to_a, %w[a b]
same "abc".sum, 294
same "ab".bytes, [97, 98]
same String.new("x", encoding: "UTF-8"), "x"
raises(IndexError, "index -3 out of string") { "ab".insert(-4, "x") }
same "a\n\n\nb".lines(""), ["a\n\n", "b"]
same "0x1f".oct, 31
same "a\u00e9".dump.undump, "aé"
raises(IndexError, "offset 1 does not land on character boundary") { "é".dup.bytesplice(1, 1, "x") }
raises(TypeError, "no implicit conversion of Integer into String") { "a".insert(0, 1) }
