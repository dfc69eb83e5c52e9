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
