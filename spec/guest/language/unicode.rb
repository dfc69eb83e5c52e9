# == Characters and bytes
# Strings as text: characters, graphemes, bytes, encodings, case, padding, invalid bytes.
text = "Grüße, 世界! 👩‍👩‍👧 é e\u0301"
p text.length, text.bytesize, text.chars.size, text.grapheme_clusters.size, text.each_grapheme_cluster.to_a.last(3).map(&:size), text.codepoints.last(3), text.encoding.to_s, text.valid_encoding?, text.ascii_only?, "abc".ascii_only?
p text[0, 5], text[-3..], text[7..8], text.index("世"), text.b.index("世".b)
p text.reverse.reverse == text, text.upcase, text.swapcase, text.sub("ß", "SS"), "ÀÉÎ".downcase, "straße".upcase, "ǅ".downcase, "İ".downcase.length, "ΑΣ".downcase, "ÿ".upcase, "éa".capitalize, "ÉCOLE".casecmp?("école"), "É".casecmp("é"), "a".casecmp("B"), "ß".casecmp?("ss")
p "日本".center(8, "*"), "ñ".ljust(3, "·"), "é".rjust(4, "ab"), "naïve café".split(/\s/).map(&:capitalize), "über".tr("ü", "u"), "àéî".tr("àéî", "aei"), "héllo".delete("é"), "aébécé".squeeze("é"), "日本語".each_char.to_a, "ééé".count("é"), "a\u00e9".succ, "é".ord, 233.chr("UTF-8"), 8364.chr(Encoding::UTF_8), "é".bytes, "é".unpack("C*"), "é".unpack("U*"), "%c%c" % [960, "λ"], "\u{1F600}".dump.size, "π≈3".hash == "π≈3".hash
p "línea uno\nlínea dos".lines.map(&:chomp), "a–b—c".split(/[–—]/), "«quoted»"[1..-2], "tschüß" =~ /ü/, $~.begin(0), "été".scan(/\p{L}/), "x²+y³".gsub(/[²³]/, "²" => "^2", "³" => "^3"), "naïve"[/ï./], "crème".sub(/è/) { |m| m.upcase }, "日本語テキスト".scan(/\p{Han}+|\p{Katakana}+/), "Ünï cödé".gsub(/[^\x00-\x7F]/, "?"), "Ελλάδα".match?(/\A\p{Greek}+\z/), "tête-à-tête".split("-").map(&:length), "ÅÄÖ".each_char.map { |c| c.downcase.ord }.sum, "a b\u00a0c\u2003d".split, "a b\u00a0c".split(/[[:space:]]/), "１２３".tr("０-９", "0-9").to_i, "①".to_i, "٣".match?(/\d/), "٣".match?(/[[:digit:]]/)
bad = "ok\xFFok\xC3"
p bad.valid_encoding?, bad.scrub("?"), bad.scrub { |b| "<#{b.unpack1('H*')}>" }, bad.length, bad.bytes.last, bad.chars.size, bad.inspect, bad.b.valid_encoding?, (bad =~ /ok/ rescue "regexp refused"), bad.dup.force_encoding("BINARY").encoding.to_s, bad.byteslice(0, 2)
p "caf\u00e9" == "cafe\u0301", "é".b == "é", "abc".b == "abc", "é".b.inspect, "é".b.length, "é".encode("UTF-8") == "é", ("é".encode("ISO-8859-1").bytes rescue "no latin1"), ("é".encode("US-ASCII") rescue "cannot encode"), "é".encode("US-ASCII", undef: :replace) == "?", "abc".force_encoding("ASCII-8BIT") == "abc"
p "abc".encoding == Encoding::UTF_8, Encoding.default_external.to_s, "x".b.encoding == Encoding::BINARY, Encoding::ASCII_8BIT.to_s, :sym.encoding.to_s, :é.length, "é".to_sym.inspect, "a b".to_sym.inspect, { "é": 1 }.keys.first, "é".intern == :é, :"日本".to_proc.class, %w[é à z a].sort, %w[é E e].sort_by { |c| [c.downcase, c] }, %w[b A a B].sort_by { |s| [s.downcase, s] }, ["ä", "a", "z"].max
width = ->(s) { s.each_char.sum { |c| c.match?(/\p{Han}|\p{Hiragana}|\p{Katakana}|[！-～]/) ? 2 : c.match?(/\p{Mn}/) ? 0 : 1 } }
pad = ->(s, n) { s + " " * (n - width[s]) }
[%w[name Größe], %w[日本 Tōkyō], ["e\u0301te\u0301", "x"], %w[Ｗｉｄｅ half]].each { |a, b| puts "|#{pad[a, 10]}|#{pad[b, 8]}|" }
p "hello world".each_char.with_index.map { |c, i| i.even? ? c.upcase : c }.join, "hello"[1], "hello"[1..], "hello"[..1], "hello"[-3, 2], "hello"[10].inspect, "hello"[5], "hello"[5, 1], "hello".slice(0..-2), "hello".byteslice(1, 3), "hello".insert(2, "XX")
s = +"mutable é"
s[0] = "M"
s[-1] = "è!"
s[/t\w+/] = "T"
s["T"] = "tab"
s[1..2] = ""
s << " end" << 33 << 8364
s.prepend(">> ").concat(" a", "b")
s.replace(s.upcase).sub!("É", "e") || s.gsub!(/È/) { "e" }
p s, s.slice!(0, 3), s, s.chop!, s.chomp!("A"), s.squeeze!, s.swapcase!, s.tr!("a-f", "*"), s.delete!("*"), s.setbyte(0, 65), s, s.clear, s.empty?

# == Edits
# Needs Ruby 3.3: paragraphs of StringIO
# Edits of text whose characters are several bytes.
require "stringio"
p "日本語".insert(1, "x"), "aé".insert(2, "x"), "aé".insert(-2, "é"), "abcd".insert(-3, "X"), ("a".insert(5, "x") rescue $!.message), ("a".insert(-5, "x") rescue $!.message)
[[1..], ["本"], [-1], [0, 2], [9]].each { |args| text = +"日本語"; p text.slice!(*args), text, text.size }
p "こんにちは".delete_prefix("こん"), "é: x".delete_prefix("é: "), "Ünïcode".delete_prefix("Ü"), "naïve café".delete_suffix("é"), "日x".delete_suffix("x"), "日".delete_suffix("x")
p StringIO.new("a\n\nb").readlines(""), StringIO.new("\n\na\nb\n\n\n\nc\n").gets(""), StringIO.new("a\n\n\nb").each_line("").to_a

# == Widths
# Columns of text that is not ASCII line up: widths and precisions count characters.
NAMES = { "Zoë" => 3.5, "Łukasz" => 12.25, "Ana" => 100, "名前" => 7, "" => 0 }.freeze

NAMES.each { |name, amount| puts format("|%-8s|%8s|%.2s|%9.2f|", name, name, name, amount) }
puts format("%c%c%3c", "é", "x", "ü"), format("%-5p|%5p", "é", "ü"), format("%<name>-6s|%{name}", name: "Ü")
puts NAMES.keys.map { |name| name.ljust(8, ".") + name.rjust(8, "·") + name.center(9, "*") }
puts "%5s|%-5s|" % %w[ñ ñ]

# Encodings that a source names, and letters beyond ASCII.
%w[koi8-r big5 windows-1252 Shift_JIS].each { |name| p eval("# encoding: #{name}\n1 + 1") }
p eval("Été = 1; ñu = 2; [Été, ñu, defined?(Été), defined?(ñu)]")
%w[ｆ ﬁ ㌔ ｶ ℌ 𝐀 𝐙 Ⅷ ½ 豈 각 ǆ].each { |text| p [text, text.unicode_normalize(:nfkd).codepoints, text.unicode_normalize(:nfd).codepoints] }
