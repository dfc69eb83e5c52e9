u = "naïve café über 日本語 text"
w = u * 20
l = "jalapeño\nüber\n日本\n" * 4
u16 = u.encode("UTF-16LE")
latin = "naïve café über".encode("ISO-8859-1")
sr = ("a".."z")
hex = "9af0" * 500
bits = "10" * 1000
big = 3**2000
plain = "The quick brown fox"

u.tr("ï", "i")
u.tr("à-ü", "a-z")
u.tr("^a-z", "*")
u.tr_s("é日", "-")
u.delete("é")
u.delete("^a-zé")
u.squeeze
u.squeeze("a-zé")
u.count("é")
u.count("a-z", "^b")
w.tr("à-ü", "a-z")
w.delete("é")
w.count("à-ü")
plain.tr("a-y", "é")
plain.delete("a-m", "^b")
plain.dup.tr!("a-y", "b-z")
plain.dup.squeeze!
"w".encode("UTF-16LE")
u.encode("UTF-16LE")
u.encode("UTF-16BE")
u.encode("UTF-32LE")
u16.encode("UTF-8")
latin.encode("UTF-8")
plain.encode("ISO-8859-1")
plain.encode("UTF-8", "ISO-8859-1")
u.encode("US-ASCII", undef: :replace)
u.encode("UTF-8", invalid: :replace)
w.encode("UTF-16LE")
u.dup.force_encoding("BINARY")
u.dup.force_encoding(Encoding::UTF_8)
u.encoding
u.valid_encoding?
u.scrub
u.unicode_normalize
u.ascii_only?
u.b
sr.to_a
sr.include?("m")
sr === "m"
sr.cover?("m")
sr.each { |x| x }
sr.map { |x| x }
sr.step(2).to_a
("aa".."az").to_a
("08".."11").to_a
("a".."é").first(3)
"a".upto("e").to_a
"az".succ
"zz99".succ
"é".succ
"aé".succ
hex.hex
hex.to_i(16)
bits.to_i(2)
hex.to_i(32)
Integer("0x9af0")
"0x9af0".hex
"755".oct
big.to_s(16)
big.to_s(2)
u[3]
u[-1]
u[2..5]
u[2..5] = "é"
u.slice(2, 3)
w[200]
w[-3]
w.index("語")
w.rindex("語")
w.size
u.each_char { |x| x }
u.each_char.to_a
u.chars
u.bytes
u.codepoints
l.lines
l.each_line { |x| x }
u.dup.insert(3, "é")
u.center(40)
u.ljust(40, "é")
u.rjust(40)
u.reverse
u.upcase
u.downcase
u.capitalize
u.swapcase
u.casecmp(u)
u.casecmp?(u)
u.split("é")
u.split(" ")
u.split("")
u.partition("é")
u.start_with?("naï")
u.end_with?("xt")
u.delete_prefix("na")
u.sub("é", "e")
u.gsub("é", "e")
u.include?("日")
u.strip
u.chop
u.chomp
u.inspect
u.hash
u * 3
u + u
u <=> w
u.ord
u.each_grapheme_cluster.to_a
u.unpack("U*")
u.sum
u.to_sym
u.prepend("")
u.scan("é")
u.dump
