# format, sprintf and String#%: directives, flags, arguments, encodings and errors.
# rubocop:disable Style/FormatString, Lint/FormatParameterMismatch, Style/NumericLiterals
same format("%d %5d|%-5d|%05d|%+d|% d", 1, 2, 3, 4, 5, 6), "1     2|3    |00004|+5| 6"
same format("%x %X %#x %o %b %#b", 255, 255, 255, 8, 5, 5), "ff FF 0xff 10 101 0b101"
same format("%x %b %o", -255, -5, -8), "..f01 ..1011 ..70"
same format("%+x %d", -255, 2**70), "-ff 1180591620717411303424"
same format("%.3f %e %g %a", 2.0 / 3, 12345.678, 1e20, 0.5), "0.667 1.234568e+04 1e+20 0x1p-1"
same format("%.2f %.1f", Rational(1, 3), 2**70), "0.33 1180591620717411303424.0"
same format("%f %d", Float::INFINITY, 3.99), "Inf 3"
same format("%s %p %-5s|%5.2s|", :a, nil, "b", "cde"), "a nil b    |   cd|"
same format("%c%c|%3c|%%", "éa", 960, "x"), "éπ|  x|%"
same format("%2$s %1$s", 1, 2), "2 1"
same format("%<a>05.1f %{b}", a: 1.25, b: nil), "001.2 "
same format("%*d|%-*d|%.*f", 4, 1, 4, 2, 1, 0.25), "   1|2   |0.2"
same "%s and %s" % %w[a b], "a and b"
same "%p" % nil, "nil"
same format("%s", "\xff".b).encoding, Encoding::BINARY
same ("%s-%s" % ["é", "a".b]).encoding, Encoding::UTF_8
same ("\xff%s%c".b % ["a", 200]).bytes, [255, 97, 200]
same format("é%s".encode("ISO-8859-1"), "a").encoding, Encoding::ISO_8859_1
unlike = "incompatible character encodings: BINARY (ASCII-8BIT) and UTF-8"
raises(Encoding::CompatibilityError, unlike) { "\xff%s".b % "é" }
raises(ArgumentError, "too few arguments") { format("%d %d", 1) }
raises(ArgumentError, "malformed format string - %y") { format("%y", 1) }
raises(ArgumentError, "malformed format string") { format("%\n") }
raises(ArgumentError, "malformed format string") { format("%-") }
raises(ArgumentError, "incomplete format specifier; use %% (double %) instead") { format("100%") }
raises(ArgumentError, "unnumbered(1) mixed with numbered") { format("%1$s %s", 1) }
raises(ArgumentError, "numbered(1) after unnumbered(1)") { format("%s %1$s", 1) }
raises(ArgumentError, "width given twice") { format("%5*d", 1, 2) }
raises(ArgumentError, "invalid character") { format("%c", -1) }
raises(KeyError, "key<b> not found") { format("%<b>d", a: 1) }
raises(TypeError, "can't convert nil into Integer") { format("%d", nil) }
# rubocop:enable Style/FormatString, Lint/FormatParameterMismatch, Style/NumericLiterals
