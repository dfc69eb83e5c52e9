# Characters beyond ASCII: classes and properties, case, positions, encodings.
text = "Ünïcödé façade — Ωμέγα, Привет, 漢字かな, ١٢٣, 😀"
p text.scan(/\w+/), text.scan(/[[:alpha:]]+/), text.scan(/\p{L}+/), text.scan(/\p{Lu}/), text.scan(/\p{Han}+/), text.scan(/\p{Greek}+/), text.scan(/\p{Cyrillic}+/)
p text.scan(/\p{Hiragana}+/), text =~ /\p{Nd}/, text =~ /\d/, text[/\p{^ASCII}/], text[/[^\p{L}\s,—]+/], text.index(/漢/), text =~ /😀/, text.match(/字/).offset(0), text[/(?u)\w+/]
p "É" =~ /é/i, "STRASSE" =~ /straße/i, "ΣΑΣ" =~ /σας/i, "k" =~ /\u212a/i, "\u{e9}a" =~ /\u{e9 61}/, "aé" =~ /a\b/, "a\u00a0b" =~ /[[:space:]]/, "a\u00a0b" =~ /\s/
p "日本語".reverse, "日本語".size, "日本語"[1..], "日本語".each_char.to_a, "日本語".gsub(/本/) { "[#{$&}]" }, "a日b".split(/日/), "aé".tr("é", "e"), "aéèb".tr("à-é", "x"), "ÀÉab".tr("^A-Z", "-"), "ééaa".squeeze("é"), "aéb".delete("é"), "aéé".count("é"), "éa".tr("éa", "aé"), "héé".tr_s("é", "e"), "日本語".rindex(/[日本]/)
puts "ünïcödé".upcase, "ÀÉÎ".downcase, "éa ÉA".capitalize, "aÀé".swapcase, "straße".upcase, "ﬁn".upcase, "ǆ".capitalize, "ΑΣ".downcase, "привет".upcase, "İ".downcase.size, "é".upcase!, "É".upcase!.inspect
p "é".casecmp?("É"), "straße".casecmp?("STRASSE"), "a".casecmp?(1), "ÿ".upcase, "ი".upcase, "Ა".downcase
p "é".encoding.to_s, "é".b.encoding, "é".b.size, "é".b, "é".bytes.size, "é".b.force_encoding("UTF-8") == "é", "é".force_encoding(Encoding::BINARY).length
p "\xff".valid_encoding?, "é".valid_encoding?, "\xE3\x81".valid_encoding?, "\xed\xa0\x80".valid_encoding?, "abc".ascii_only?, "é".ascii_only?, "a\xffb".scrub, "a\xE3\x81b".scrub("?"), "a\xffb".scrub { |bytes| "<#{bytes.unpack1("H*")}>" }
p "abc\xff".size, "a\xffb".inspect, "é".b[0], "é".b.reverse.bytes, "caf\xC3\xA9".size, "é".unpack("U*"), [233].pack("U"), "é".ord, 233.chr(Encoding::UTF_8), "é".encode("UTF-8")
p "é\xff".b =~ /\xff/n, "abc".b =~ /é/, "\xC3\xA9".b[/\xA9/n].bytes
[-> { "\xff" =~ /x/ }, -> { "é".b =~ /é/ }, -> { "é".encode("US-ASCII") }, -> { "\xff".encode("UTF-8", "UTF-8").size }, -> { "é".force_encoding("nope") }, -> { Regexp.new("\\xff") }].each do |attempt|
  p attempt.call
rescue ArgumentError, EncodingError, RegexpError => e
  puts e.class, e.message
end
p "é".encode("US-ASCII", undef: :replace), "é".encode("US-ASCII", fallback: { "é" => "e" }), "a\xff".encode("UTF-8", "BINARY", undef: :replace, invalid: :replace)
p "e\u0301🏳️‍🌈".grapheme_clusters.size, "e\u0301x".scan(/\X/).map(&:size)
counts = { "Alpha" => 0, "Lower" => 0, "Upper" => 0, "Punct" => 0, "L" => 0, "Mn" => 0, "N" => 0, "S" => 0, "Zs" => 0, "Latin" => 0, "Arabic" => 0, "Space" => 0, "Cntrl" => 0, "Print" => 0, "Graph" => 0 }
plain = (0x20..0x190).to_a + (0x1a0..0x24f).to_a + (0x300..0x362).to_a + (0x370..0x52e).to_a + (0x5d0..0x5ea).to_a + (0x900..0x970).to_a + (0x2010..0x2029).to_a + (0x2030..0x203e).to_a + (0x4e00..0x4e20).to_a
all = plain.pack("U*")
counts.each_key { |name| puts "#{name}: #{all.scan(/\p{#{name}}/).size}" }
puts all.scan(/[[:alnum:]]/).size, all.scan(/[[:punct:]]/).size, all.scan(/[[:upper:]]/).size, all.scan(/\p{Greek}/).size, all.scan(/\p{Letter}/).size, all.scan(/[\p{L}&&[^\p{Latin}]]/).size
puts all.upcase.sum, all.downcase.sum, all.chars.map(&:capitalize).join.sum
