# == Inspect beyond ASCII
# Needs Ruby 3.4: undump
p "é", "日本", "😀", "\u0085", "\u00a0", "\u200b", "\u{10ffff}", "\u{e000}", "\u2028", "\u0378", "\e\x7f\0", "\u3000"
p :é, :日本, :"é?", :"é!", :"é=", :"a b", :"1é", :"foo\u3000", :A=, :A?, :"&&", :"||", :"a-b", :[]=, :"foo=", :"é b"
p({ é: 1, "日本": 2, "a b": 3, "é?": 4 })
p "\x80", "a\xE3\x81", "\xF4\x90\x80\x80", "\xED\xA0\x80", "\xC0\x80", "\xE3\x81\x82\xE3"
p "\xF4\x90\x80\x80".size, "\xED\xA0\x80".chars, "\xC0\x80".length, "\xE3\x81".chars, "a\xE3\x81b".chars, "\xF0\x9F\x98".length
begin
  "\xC3".to_sym
rescue EncodingError => e
  p e.message
end
p "é€😀\u0080".dump, "a\n\"\\\#{x}".dump, "é😀".dump.undump, "\xFF".dump.undump.bytes, '"\\u{61 62}c\\x41"'.undump rescue p $!.message

# == Letter case by language
p "i".upcase(:turkic), "Iİı".downcase(:turkic), "iI".swapcase(:turkic), "iI".capitalize(:turkic), "ß".downcase(:fold), "ẞ".downcase(:fold), "ÀÉ".downcase(:ascii), "àé".upcase(:ascii)
[[:fold], [:bogus], [:ascii, :turkic], [:turkic, :ascii], [:turkic, :lithuanian]].each do |options|
  p "äi".upcase(*options)
rescue ArgumentError => e
  p e.message
end
p "ǆ".capitalize, "ŉa".upcase, "ﬃ".upcase, "ΣΑΣ".downcase, "straße".casecmp?("STRASSE"), "é".casecmp("É"), "a".casecmp("B"), "é".casecmp?("É"), "a".casecmp?("é")

# == Normal forms
p "e\u0301".unicode_normalize, "é".unicode_normalize(:nfd), "ﬁ①".unicode_normalize(:nfkc), "ﬁ½".unicode_normalize(:nfkd), "가".unicode_normalize(:nfd).codepoints, "\u1100\u1161\u11a8".unicode_normalize(:nfc)
p "a\u0315\u0300\u05ae\u0062".unicode_normalize(:nfd).codepoints, "\u0344".unicode_normalize(:nfc).codepoints, "\u{1D15E}".unicode_normalize(:nfc).codepoints, "\u212b".unicode_normalize.codepoints
p "q\u0307\u0323".unicode_normalize(:nfc).codepoints, "\u1e9b\u0323".unicode_normalize(:nfkc).codepoints, "\u1e9b\u0323".unicode_normalize(:nfd).codepoints, "\u{110a5}\u{110ba}".unicode_normalize.codepoints
p "é".unicode_normalized?, "e\u0301".unicode_normalized?, "é".unicode_normalized?(:nfd), "abc".unicode_normalized?(:nfkd), "ﬁ".unicode_normalized?(:nfc), "ﬁ".unicode_normalized?(:nfkc)
s = "e\u0301"
p s.unicode_normalize!.equal?(s), s, "é".encode("UTF-16LE").unicode_normalize(:nfd).encode("UTF-8").length
begin
  "é".unicode_normalize(:nfx)
rescue ArgumentError => e
  p e.message
end
begin
  "\xE9".dup.force_encoding("ISO-8859-1").unicode_normalize
rescue Encoding::CompatibilityError => e
  p e.message
end

# == Grapheme clusters
p "e\u0301a🇯🇵👨‍👩‍👧\r\n".grapheme_clusters.map(&:length), "abc".each_grapheme_cluster.size, "ab\xFFé".grapheme_clusters, "ab".each_grapheme_cluster { |c| print c }
p "é".each_grapheme_cluster.to_a, "".grapheme_clusters, "각".unicode_normalize(:nfd).grapheme_clusters.size

# == Characters and bytes
# Needs Ruby 3.2: byteindex
p "é".start_with?("\xC3"), "é".end_with?("\xA9"), "é".delete_suffix("\xA9"), "\xE3\x81\x82".delete_prefix("\xE3"), "éa".start_with?("é"), "aé".end_with?("é")
[-> { "é".byteindex("\xA9", 1) }, -> { "あ".byterindex("あ", 1) }, -> { "あい".dup.bytesplice(1, 2, "x") }, -> { "あい".dup.bytesplice(0, 4, "x") }, -> { "abc".dup.bytesplice(9, 1, "x") },
 -> { "abc".dup.bytesplice(0, -2, "x") }, -> { "abc".dup.bytesplice(-9..1, "x") }, -> { "abc".dup.bytesplice(0, "x") }].each do |run|
  p run.call
rescue IndexError, RangeError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
p "あいう".byteindex("い"), "あいあ".byterindex("あ"), "あいあ".byterindex(/あ/), "あいう".byteindex(/う/, 3), "あい".dup.bytesplice(3, 3, "xyz"), "abcd".dup.bytesplice(1..2, "XYZ", 1..2)
