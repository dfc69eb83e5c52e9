# Parts of texts by characters, near an end and far from it, whose characters have one byte or more.
long = "é" * 100 + "日"
p long[0], long[-1], long[-2], long[64], long[65], long[-64], long[-65], long[100], long[101], long[-101], long[-102]
p long[98, 5], long[99, 64].size, long[0, 65].size, long[101, 1], long[102, 1], long[-1, 3], long[-3, 0], long[0, -1]
p long[-2..], long[98..], long[1...3], long[-200..]

broken = "ab\xff\xfeé\xe3\x81"
p (-7..7).map { |i| broken[i] }
p broken.chop.chop.chop

# A text whose ASCII is followed by more, and made ASCII again.
text = +"abc"
text[1] = "é"
p text, text.size, text.ascii_only?, text.index("c"), text.rindex("é")
text[1] = "b"
p text.ascii_only?, text.size, text.valid_encoding?
text << "é"
p text.size, text.ascii_only?, text[-1], text[3]
text.chop!
p text, text.ascii_only?, text.size
text.insert(1, "日")
p text.size, text.index("c"), text.slice!(1), text.size
text << "x" * 100 << "é"
p text.size, text.index("é"), text.index("é", 80), text.rindex("x", 99), text[103], text.ascii_only?
text.slice!(-1)
p text.size, text.slice!(-2..).size, text.slice!("xx"), text.slice!(3, 90).size, text

# What is appended says the encoding.
digits = 1.to_s
p digits.encoding, (digits << "a").encoding, (digits << "é").encoding, digits.size
p [1, 2].join.encoding, [1, 2].join(",").encoding, [1, "é"].join("-").encoding
bytes = +"ab"
bytes << "\xff".b
p bytes.encoding, bytes.size, bytes.ascii_only?, bytes.valid_encoding?
empty = +""
p (empty << "\xff".b).encoding, empty.size
p "héllo".split(""), "".split(""), "ab".split("", 2), "ab".split("", -1)
