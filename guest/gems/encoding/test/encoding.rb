# Encodings of strings, and what goes by characters: upcase, tr, scrub.
same "é".encoding, Encoding::UTF_8
same "é".b.encoding, Encoding::BINARY
same "é".force_encoding("BINARY").size, 2
same "\xff".valid_encoding?, false
same "a\xffb".scrub("?"), "a?b"
same "straße".upcase, "STRASSE"
same "ÀÉ".downcase, "àé"
same "éa".capitalize, "Éa"
same "héllo".tr("é", "e"), "hello"
same "hééé".squeeze("é"), "hé"
same "héllo".delete("é"), "hllo"
same "héé".count("é"), 2
same "ÀB".casecmp?("àb"), true
same 233.chr("UTF-8"), "é"
raises(Encoding::UndefinedConversionError, "U+00E9 from UTF-8 to US-ASCII") { "é".encode("US-ASCII") }
same "é".encode("ISO-8859-1").bytes, [233]
same "é€".encode("UTF-16LE").length, 2
same "\xE9".b.force_encoding("ISO-8859-1").encode("UTF-8"), "é"
same "é".encode("US-ASCII", undef: :replace), "?"
same 1.to_s.encoding, Encoding::US_ASCII
same (1.to_s << "é").encoding, Encoding::UTF_8
same "e\u0301".unicode_normalize, "é"
same "ﬁ".unicode_normalize(:nfkd), "fi"
same "i".upcase(:turkic), "İ"
accented = "é"
raises(Encoding::CompatibilityError, "incompatible character encodings: UTF-8 and ISO-8859-1") do
  accented + "é".encode("ISO-8859-1")
end
same %w[aé aÿ zé éz é9 Яz].map(&:succ), %w[aê aĀ zê êa ê0 аa]
same %w[a日 é-z é! a-é ٩ ÿ9].map(&:succ), %w[a旦 ê-a ê! a-ê ١٠ Ā0]
same "\u0085\u00a0".inspect, "\"\\u0085\u00a0\""
last = "z"
same ["abc".b, "é"].map { |text| "#{text}#{last}".encoding }, [Encoding::BINARY, Encoding::UTF_8]
