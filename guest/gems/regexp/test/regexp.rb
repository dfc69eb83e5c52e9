# Regexp, MatchData and $~.
match = /(?<year>\d+)-(?<month>\d+)/.match("on 2024-05")
same match[:year], "2024"
same match.pre_match, "on "
same match.names, %w[year month]
same match.named_captures, { "year" => "2024", "month" => "05" }
same match.begin(0), 3
same $~[:month], "05"
same Regexp.escape("a.b"), "a\\.b"
same Regexp.union("a", /b/i).match?("B"), true
same (/x/ =~ "abx"), 2
same Regexp.last_match(0), "x"
same /a#{1 + 1}/.source, "a2"
same (/é/ =~ "caf\u00e9"), 3
raises(RegexpError, "end pattern with unmatched parenthesis: /(/") { Regexp.new("(") }
marks = "-[]{}()*+?.\\^$|# \n\r\t\f\v"
same Regexp.escape(marks).scan(/\\./).size, marks.size
same Regexp.escape("a\0/\"'é~"), "a\0/\"'é~"
same ["a.", "é."].map { |text| Regexp.escape(text).encoding }, [Encoding::US_ASCII, Encoding::UTF_8]
same Regexp.escape("\xff.".b).encoding, Encoding::BINARY
same Regexp.escape(:"a.b"), "a\\.b"
same Regexp.escape(Class.new(String).new("ab")).instance_of?(String), false
raises(TypeError, "no implicit conversion of Integer into String") { Regexp.escape(1) }
