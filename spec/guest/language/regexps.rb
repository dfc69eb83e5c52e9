# == Matching
# Matching, groups, the variables of the last match, case and conditions.
text = "2024-05-17 ERROR [db] connection lost after 30.5s (retry=3)"
if text =~ /(\d+)-(\d+)-(\d+) (\w+)/
  p $~[0], $1, $2, $3, $4, $5, $`, $', $+
end
p text =~ /nothing/, $~, $1
m = text.match(/(?<year>\d+)-(?<month>\d+).*\[(?<part>\w+)\]/)
p m[:year], m["month"], m[:part], m.names, m.captures, m.named_captures.to_a, m.begin(0), m.end(:part), m.offset(:year)
p m.pre_match, m.post_match, m.size, m.values_at(0, 1, -1), m.to_a, m.string.frozen?, m.regexp, m
p m == text.match(m.regexp), m.to_s == m[0], m[1..], m[0, 2], m[9]
if /(?<hours>\d+):(?<minutes>\d+)/ =~ "at 12:45 sharp"
  p hours, minutes
end
p(/(?<hours>\d+):(?<minutes>\d+)/ =~ "never")
p hours, minutes
kind = lambda do |line|
  case line
  when /\A\s*#/ then "comment"
  when /\A(\w+)\s*=\s*(.*)\z/ then "set #{$1} to #{$2}"
  when /^$/ then "empty"
  else "other"
  end
end
p ["# hi", "name = Ann Lee", "", "???"].map(&kind)
p(/a/ === "cat", /a/ === :cat, /a/ === nil, /a/ === 5, "cat" !~ /a/, nil =~ /a/, :cat =~ /t/, "cat".match?(/A/i))
def clobber = "zzz" =~ /z+/
"abc" =~ /b/
clobber
p $&
[1].each { "inner" =~ /n+/ }
p $&
p "foo bar".match(/o+/) { |found| found[0].upcase }, "foo".match(/x/) { 1 }
p "xyx".match(/x/, 1).begin(0), "xyx".match(/x/, -1).begin(0), "xyx".match(/x/, 9), "xyx".match?(/y/, 2)
p(/(a)?(b)?/.match("b").to_a, /(?:(x)|(y))+/.match("xy").captures, /(?<d>.)(?<d>.)/.match("ab")[:d])
p(/(?i)HELLO/ =~ "oh hello", /a.c/m =~ "a\nc", /a b # spaces do not count
  c/x =~ "abc", /\Aline\Z/ =~ "line\n", /^b$/ =~ "a\nb\nc")
p "foobar"[/o+/], "foobar"[/(f)(o)/, 2], "foobar"[/(?<tail>b.*)/, "tail"], "foobar"[/(?<tail>b.*)/, :tail], "foobar"[/z/]
p "aaa"[/a{2}/], "aaa"[/a+?/], "aab"[/a++b/], "foo.bar"[/(?<=\.)\w+/], "foo.bar"[/\w+(?=\.)/], "price: 42"[/\d+(?!\.)/], "ab12"[/(?<!\d)\d/]
p "((a)(b(c)))"[/\((?:[^()]|\g<0>)*\)/], "<b>x</b>"[%r{<(\w+)>.*?</\1>}], "aXbXc"[/(?>a.*)X/], "abcabc"[/(?<q>abc)\k<q>/]
p "key: value"[/(?<k>\w+): \K\w+/], "/* c */ x"[%r{/\*(?~\*/)\*/}], "ab"[/(a)?(?(1)b|c)/], "\r\nx"[/\R/].bytes
p Regexp.escape("a.b*c [d]\n-{1}"), Regexp.union("a.b", /c\d/i, "e|f"), Regexp.union, Regexp.union(%w[x y]), Regexp.union(/only/)
p Regexp.new("a+", Regexp::IGNORECASE | Regexp::EXTENDED), Regexp.new(/x/m), Regexp.new("a/b").source, Regexp.new("a/b"), %r{a/b}
p(/a/mix.to_s, /a/.to_s, /(?i:a)/.to_s, /#{/b/i}c/, /x#{1 + 1}y/ =~ "ax2y", /a/ == /a/, /a/ == /a/i, /a/.eql?(/a/), /a/.hash == /a/.hash)
p(/(?<one>.)(?<two>.)(?<one>.)/.names, /(?<one>.)(?<two>.)(?<one>.)/.named_captures.to_a, /a/i.casefold?, /a/.casefold?, /a/mx.options)
"last one" =~ /(o)(n)/
p Regexp.last_match, Regexp.last_match(1), Regexp.last_match(2), Regexp.last_match(0)
p Regexp.try_convert(/a/), Regexp.try_convert("a")
p %w[apple banana cherry].grep(/an/), %w[apple banana cherry].grep_v(/an/), %w[a1 b2 c].grep(/(\w)(\d)/) { "#{$2}#{$1}" }
p %w[a1 b2].all?(/\d/), %w[a b2].any?(/\d/), %w[a b].none?(/\d/), %w[a b2].one?(/\d/), %w[x a1 b2].slice_when { |_, b| b =~ /\d/ }.to_a
["[", "(", "a)", "*a", "a{2,1}", "(?<n>a)\\k<x>", "\\p{Nope}", "(?<1>a)", "[z-a]"].each do |source|
  Regexp.new(source)
  puts "#{source} compiles"
rescue RegexpError => e
  puts e.message
end
[-> { "a" =~ "a" }, -> { /a/.match }, -> { Regexp.new(3) }, -> { "abc".match(/b/)[:x] }, -> { "abc".match(/b/).begin(2) }].each do |attempt|
  attempt.call
rescue ArgumentError, IndexError, TypeError => e
  puts "#{e.class}: #{e.message}"
end

# == Substitution
# scan, sub, gsub, split and the methods that cut a String by a Regexp.
p "hello world".gsub(/o/, "0"), "hello".gsub(/[el]/, "e" => "3", "l" => 1), "hello".gsub(/l/) { |c| c.upcase }, "hello".sub(/l/, "L")
p "John Smith".sub(/(\w+) (\w+)/, '\2, \1'), "a-b".gsub(/(?<l>\w)/, '<\k<l>>'), "abc".gsub(/b/, '[\0\&\`\'\\\\]'), "x".gsub(/x/, "\\\\0")
p "hello".gsub(/(?<first>l)/) { "#{$~[:first]}#{$~.begin(0)}" }, "a1b22".gsub(/\d+/) { ($&.to_i * 2).to_s }, "path/to".gsub("/", "::")
p "abc".gsub(/x*/, "-"), "abc".gsub(//, "."), "axb".gsub(/x*/, "-"), "abc".gsub(/$/, "!"), "a\nb\n".gsub(/^/, "> "), "été".gsub(//, "-")
p "snake_case_name".gsub(/_(\w)/) { $1.upcase }, "CamelCaseName".gsub(/([A-Z])/) { "_" + $1.downcase }.sub(/^_/, ""), "1234567".gsub(/(\d)(?=(\d{3})+$)/, '\1,')
s = +"some text"
p s.sub!(/x/, "k"), s.sub!(/zzz/, ""), s.gsub!(/[aeiou]/, "*"), s.gsub!(/q/, ""), s
p "a,b;c d".split(/[,; ]/), "a1b2c3".split(/\d/), "a1b2c3".split(/(\d)/), "a,b,,".split(/,/), "a,b,,".split(/,/, -1), "a,b,c".split(/,/, 2)
p "abc".split(//), "héé".split(""), " a  b ".split(/\s+/), "".split(/,/), "aXbXc".split("X") { |part| print part, "|" }, "abc".split(/b/, 1)
p "one two three".scan(/\w+/), "k1=v1;k2=v2".scan(/(\w+)=(\w+)/), "hello".scan("l"), "test".scan(/(?<c>t)/), "abc".scan(/x/), "".scan(//), "aaa".scan(/a*/)
total = 0
"3 apples and 12 pears".scan(/\d+/) { |n| total += n.to_i }
p total, $~[0], "k=v".scan(/(\w)=(\w)/) { |key, value| p [key, value] }
p "hello".index(/l/), "hello".index(/l/, 3), "hello".index(/l/, -1), "hello".rindex(/l/), "hello".rindex(/l/, 2), "hello".rindex(/l/, -3), "hello".index(/z/), "日本語".index(/語/)
p "hello".partition(/l+/), "hello".rpartition(/l/), "hello".partition(/z/), "hello".rpartition(/z/), "k: v: w".partition(/:\s*/)
p "hello".start_with?(/h./), $~[0], "hello".start_with?(/e/), "hello".start_with?("x", /he/)
s = +"hello world"
p s.slice!(/o w/), s, s.slice!(/(l)(d)/, 1), s, s.slice!(/zz/)
s[/l+/] = "LL"
s[/(h)(e)/, 2] = "E"
s[/(?<last>.)\z/, "last"] = "?!"
p s
[-> { s[/zz/] = "" }, -> { s[/h(z)?/, 1] = "" }, -> { s[/h/, 3] = "" }, -> { "a".gsub }, -> { "a".sub(/a/) }, -> { "a".gsub(/a/, 1) }, -> { "a".scan(1) },
 -> { "a".freeze.gsub!(/a/, "b") }, -> { "a".sub(/a/, '\k<x>') }].each do |attempt|
  attempt.call
rescue StandardError => e
  puts e.class, e.message
end
p "title case".gsub(/\b[a-z]/, &:upcase), "a.b".gsub(".", "-"), "a.b".sub(".") { |dot| dot * 3 }, "aaa".sub("a", "b"), "a\\b".gsub("\\", "/")
e = "abc".gsub(/./)
p e.next, e.next, e.with_index.map { |c, i| "#{c}#{i}" }
p "x-1, y-2".gsub(/(\w)-(\d)/) { "#{$2}#{$1}" }, "nested".gsub(/e/) { "e".sub(/e/, "3") + $& }
def tokens(source)
  rules = { number: /\d+(?:\.\d+)?/, name: /[a-z]\w*/i, op: %r{[-+*/()=]} }
  position = 0
  found = []
  while position < source.size
    position = source.index(/\S/, position) or break
    kind, rule = rules.find { |_, pattern| source.index(pattern, position) == position }
    raise "unexpected #{source[position]}" unless kind
    found << [kind, source[position..][rule]]
    position += found.last[1].size
  end
  found
end
p tokens("area = 3.14 * (r1 + 2)")
log = <<~LOG
  10:01 GET /index.html 200 12ms
  10:02 POST /login 500 130ms
  10:05 GET /index.html 304 3ms
LOG
entries = log.lines.map { |line| line.match(/^(?<at>\S+) (?<verb>[A-Z]+) (?<path>\S+) (?<status>\d{3}) (?<ms>\d+)ms$/).named_captures }
p entries.map { |entry| entry["status"].to_i }.tally.to_a, entries.sum { |entry| entry["ms"].to_i }
puts log.gsub(/\d{3}(?= )/) { |status| status.start_with?(/[45]/) ? "*#{status}*" : status }
puts "Dear {{name}}, you owe {{sum}}.".gsub(/\{\{(\w+)\}\}/) { { "name" => "Ann", "sum" => "5" }[$1] }
puts "<p>a &amp; b</p>".gsub(/<[^>]+>/, "").gsub(/&(\w+);/, "&amp;" => "&"), "   trim   me ".strip.gsub(/\s+/, " "), "phone: 555-1234".gsub(/\d(?=\d{2})/, "#")

# == In use
# frozen_string_literal: true

# Regexp in use: named groups, lookaround, lazy and possessive, modifiers, union, scan, gsub forms, globals, partition.
if /(?<year>\d{4})-(?<month>\d\d)/ =~ "on 2024-05-06"
  p year, month, $~[:year], $1, $`, $', $+, Regexp.last_match(2), $~.pre_match, $~.post_match
end
m = "John Smith <js@example.org>".match(/(?<first>\w+)\s(?<last>\w+)\s<(?<mail>[^>]+)>/)
p m.names, m.captures, m.named_captures.to_a, m.to_a, m.values_at(1, 3), m.begin(:mail), m.offset(1), m[:last], m["first"], m.size, m.string, m.regexp.source.size, m.end(0)
p "foobarbaz".scan(/ba./), "a1b22".scan(/([a-z])(\d+)/), "key=val; k2=v2".scan(/(\w+)=(\w+)/).to_h.to_a, "aaa".scan(/a(?=a)/).size, "price: $30, $45".scan(/(?<=\$)\d+/).map(&:to_i), "foo.bar(baz)".split(/[.()]/), "a,b;c d".split(/[,; ]/), "2024-01-02".split("-").map(&:to_i), "a1b2c3".split(/(\d)/), "abc".split(""), "a,b,,".split(","), "a,b,,".split(",", -1), "a b c".split(" ", 2), " lead".split(" "), "".split(","), "one  two".split(/\s+/), "CamelCaseString".split(/(?=[A-Z])/), "abc".partition("b"), "a.b.c".rpartition("."), "abc".partition(/x/), "k: v: w".partition(/:\s*/)
p "hello"[/l+/], "hello"[/(h)(e)/, 2], "hello"[/(?<v>[aeiou])/, "v"], "hello"[/z/], "hello".slice(/e.*/), "hello" =~ /ll/, "hello" !~ /z/, "hello".match?(/H/i), "hello".index(/l/), "hello".rindex(/l/), "hello".start_with?(/he/), "test123"[/\d+/].to_i, "x".match(/y/), "abcabc".index(/c/, 3), "hello".sub(/l/) { |c| c.upcase }, "hello".gsub(/[el]/, "e" => "3", "l" => "1"), "hello".gsub(/l/).with_index { |c, i| "#{c}#{i}" }, "John Smith".sub(/(\w+) (\w+)/, '\2, \1'), "a-b".gsub(/(?<x>\w)-(?<y>\w)/, '\k<y>-\k<x>'), "path/to".gsub("/", "::"), "tel: 555-1234".gsub(/\d/, "#"), "aaa".sub("a", "b"), "abc".gsub(/b/, '[\0]'), "abc".gsub(/b/, "<\\&>"), 'a\b'.gsub("\\", "/"), "abc".gsub(/(a)(b)?/) { "#{$1}#{$2.inspect}" }, "hello world".gsub(/\b(\w)/) { $1.upcase }, "hello".gsub(/x*/, "-"), "ab".gsub("", "."), "a.b".gsub(".", "-"), "hello".tr("el", "ip"), "hello".delete("l"), "%d%%" % 5
p "foo\nbar" =~ /^bar$/, "foo\nbar".match?(/foo.bar/), "foo\nbar".match?(/foo.bar/m), "foo\nbar"[/\Abar/], "a\n"[/a\Z/], "a\n"[/a\z/], "ab c".match?(/a b c/x), "<<a>><b>"[/<(.+?)>/, 1], "<a><b>"[/<.+>/], "aaa"[/a{2}/], "aaab"[/a++b/], "aab"[/(?>a+)b/], "2x"[/\d(?!x)/], "3y"[/\d(?!x)/], "foobar"[/(?<!x)bar/], "Über" =~ /\p{Lu}/, "naïve".scan(/\p{Alpha}+/), "tab\there"[/\t/], "é".match?(/\w/), "_1".match?(/\A\w+\z/), "0x1F"[/\h+\z/], "日本" =~ /\p{Han}/, "a\u00a0b"[/[[:space:]]/], "12:30"[/(\d+):(\d+)/, 2], "aBc".scan(/[[:upper:]]/), "x+y".match?(/x\+y/), "(a(b)c)"[/\((?:[^()]|\g<0>)*\)/], "abba" =~ /\A(.)(.)\2\1\z/, "foo(1, bar(2))"[/(?<par>\((?:[^()]|\g<par>)*\))/], "the the cat"[/\b(\w+) \1\b/], "CASE"[/(?i)case/], "aXb"[/a(?i:x)b/], "1,234,567".match?(/\A\d{1,3}(,\d{3})*\z/), "key"[/(?<k>key)(?:=(?<v>.*))?/, "v"]
p Regexp.escape("a.b*c?"), Regexp.union("a.b", /c|d/i), Regexp.union(%w[x y]), Regexp.new("a#{1 + 1}b", Regexp::IGNORECASE), /a#{"."}b/.source, /x/mix.options, /x/i.casefold?, (/a/ == /a/), /a/.eql?(/a/i), /a b/x.to_s, /(?<n>.)/.names, /a/ === "cat", /a/.match("cat").begin(0), /\//.source, %r{/a/b}.source, /a/.inspect, %r{a/b}.inspect, /a/.hash == /a/.hash, /a/.frozen?, [/a/, "b"].map { |pat| pat === "ab" }, %w[apple bob cat].grep(/^[ab]/), %w[a1 b2].grep(/(\d)/) { $1.to_i }, %w[x1 y].grep_v(/\d/), Regexp.new("[").class rescue puts "#{$!.class}"
case "2024-05-06T07:08"
when /\A(\d+)-(\d+)-(\d+)\z/ then puts "date"
when /\A(?<d>[\d-]+)T(?<t>[\d:]+)\z/ then puts "date #{$~[:d]} time #{$~[:t]}"
end
TOKENS = { float: /\d+\.\d+/, int: /\d+/, id: /[a-z_]\w*/i, op: %r{[-+*/=()]}, ws: /\s+/ }.freeze
LEXER = Regexp.union(*TOKENS.map { |name, re| /(?<#{name}>#{re.source})/i })
tokens = "x1 = 3.14 * (y + 2)".to_enum(:scan, LEXER).map { $~.named_captures.compact.first }.reject { |k, _| k == "ws" }
p tokens.map { |k, v| "#{k}:#{v}" }
p "a=1&b=2".gsub(/(\w)=(\d)/) { "#{$~[2]}=#{$~[1]}" }, "x".gsub(/x/) { "\\0" }, "x".gsub("x", "\\\\"), "a.b.c".gsub(".") { "-" }, "CSV,\"quoted, field\",end".scan(/"([^"]*)"|([^,]+)/).map { |q, b| q || b }, "aAbB".swapcase.scan(/[A-Z]/).join, "12 apples and 3 pears".scan(/(\d+) (\w+)/).sum { |n, _| n.to_i }, "one two three".gsub(/\w+/) { |w| w.size.to_s }, "snake_case_word".gsub(/_(\w)/) { $1.upcase }, "HelloWorld".gsub(/([A-Z])/) { "_#{$1.downcase}" }.sub(/^_/, ""), "a  b   c".squeeze, "phone 555-1234".sub(/(\d{3})-(\d{4})/, '(\1) \2'), "<b>x</b>".gsub(%r{</?b>}, "*"), "line1\r\nline2\n".lines.map(&:chomp), "q: 1\nr: 2".each_line.to_h { |l| l.chomp.split(": ") }.to_a, "word word".gsub(/(?<w>\w+)/, '{\k<w>}'), "αβγ".gsub(/[α-β]/) { |c| c.upcase }, "x-1, y-2".scan(/([xy])-(\d)/) { |a, b| print a, b, ";" }
glob = ->(pattern) { Regexp.new("\\A#{pattern.gsub(/[.*?{},]|[^.*?{},]+/) { |t| { "*" => "[^/]*", "?" => ".", "{" => "(?:", "}" => ")", "," => "|", "." => "\\." }.fetch(t) { Regexp.escape(t) } }}\\z") }
p %w[a.rb b.py lib/c.rb ab.rb].grep(glob["*.rb"]), %w[a.rb b.py c.txt].grep(glob["?.{rb,py}"]), "aaa".gsub(/a/).to_a, "a1b2".gsub(/\d/) { |d| (d.to_i + 1).to_s }, (+"x").sub!(/y/, "z"), "x".then { |s| s.sub(/x/, "z") }, $~.nil?, "abc" =~ /(b)/ && $~.pre_match

# == Beyond ASCII
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

# == Ways to go back
# Loops in loops, what is repeated that consumes nothing, and long texts.
p(("a" * 10_000) =~ /(a|b)*$/, $1, "\"#{"a\\n" * 9_000}\""[/"(?:[^"\\]|\\.)*"/].size, ("ab" * 5_000) =~ /(?:(a)|(b))*$/, $1, $2)
p(/a^?b/.match("ab")[0], /(?=(a))?/.match("a").to_a, /(?:(?=a)|a)*/.match("aaa").to_a, /(?!b)*a/.match("a")[0], /(?:^a|b)*$/ =~ "ab")
p(/(a|\2b|())*/.match("aaabbb").to_a, /(?:a?|b)*c/.match("abbac")[0], /(a*)*$/.match("aab").to_a, /(a*)+b/.match("aab").to_a, /(?:a*?)*b/.match("aab")[0])
p(/(?>a|ab)c/.match("abc"), /(?>|a)b/ =~ "ab", /(?:a|ab)(?:c|bcd)(d*)/.match("abcd").to_a, /(a|ab)(c|bcd)(d*)/.match("abcd").to_a)
p(/(?:a{2}|b){2,3}c/.match("aabaac")[0], /(?:a|b|ab){3,12}c/.match("ababc")[0], /(?:ab?){12,}$/ =~ "ab" * 20, /(\w+\s*)*;/.match("a bc d;")[0])
p(/(?<!a|bc)d/ =~ "adbcdd", /(?<=ab|c)d/ =~ "abd", /\b(?:\w+\b\W*)+$/.match("one, two; three")[0], /(?!c?|(?=)(?= +|c|\W))/ =~ "")
["\\xn", "\\u{}", "\\u{110000000}", "\\u12", "[\\x]"].each do |source|
  Regexp.new(source)
rescue RegexpError => e
  puts e.message
end
p Regexp.escape("a.\x85b*"), Regexp.union(/a/i, "b.", Struct.new(:to_str).new("c+")), /a/n == /a/, /a/n.hash == /a/.hash, /a/n.encoding

# == Of bytes
bytes = Regexp.new("\xFF".b)
p bytes, bytes.fixed_encoding?, bytes.options, bytes.encoding.name, bytes =~ "a\xFF".b, (bytes =~ "aé" rescue $!.class), bytes == Regexp.new("\xFF".b)
p Regexp.new("\\xff".b).fixed_encoding?, Regexp.new("\\377".b).encoding.name, Regexp.new("a".b).encoding.name, Regexp.new("é".b) =~ "aé".b
p (Regexp.new("\\377") rescue $!.message), (Regexp.new("\xFF\\u00e9".b) rescue $!.message), /(.)\1/ =~ "aa", Regexp.new("\\101") =~ "A"
p Regexp.union("\xFF".b, "a"), Regexp.union(/a/, /[\x80-\xff]/n).encoding.name, (Regexp.union("\xFF".b, "é") rescue $!.class)
p(/\xC3\xA9/n.encoding.name, /\xC3\xA9/n.source.encoding.name, "é" =~ /\xC3\xA9/n) rescue p $!.class
p /a/.source.encoding, /é/.source.encoding, Regexp.escape("a.b").encoding, Regexp.escape("é").encoding, Regexp.escape("\xFF".b).encoding.name

p [/\p{L}/, /\P{^L}x/, /\\p{L}/, /[[:alpha:]]/].map { |r| [r.fixed_encoding?, r.encoding.name, r.options] }, ("\xC3".b =~ /\p{L}/ rescue $!.message), "e".b =~ /\p{L}/
p [/a/, /é/].map { |r| "a\xFF".dup.force_encoding("US-ASCII").match?(r) rescue $!.class }
# == What the library matches itself
# Needs Ruby 3.2: Time.new of a text
# Methods of the library that match leave $~ as it is.
"kept" =~ /k(e)/
Float("0x1p2")
"1/3".to_r
Complex("1+2i")
"1@2".to_c
Time.at(0).utc.strftime("%:z")
Time.new("2000-01-02 03:04:05.5")
"é\\u00e9".scan("x")
"kept" =~ /k(e)/
"\"a\\u00e9\"".undump
"<a>".encode("UTF-8", xml: :text)
"e\u0301".grapheme_clusters
method(:puts).to_proc.inspect
"é".encode("UTF-16LE").inspect
format("%s %d", :a, 1)
p $~, $1
"x" =~ /(x)/
p "1".to_c, $~, "1/2".to_r, $1

# == From the end
# Needs Ruby 3.2: byterindex
# A match that begins before the place may end behind it.
text = "blablabla"
p (0..9).map { |at| text.rindex(/bla/, at) }, (0..9).map { |at| text.rindex(/l./, at) }, (-9..-1).map { |at| text.byterindex(/lab/, at) }
p "añb".rindex(/ñb/, 1), "añb".rindex(/ñb/, 0), "aaa".rindex(/a+/, 1), $~[0], "abab".rpartition(/ab/), "a-b-c".rpartition(/-./)
p "hello\n".chomp(nil), "hello".dup.chomp!(nil)
begin
  "hello".dup["x"] = "y"
rescue IndexError => e
  puts "#{e.class}: #{e.message}"
end
begin
  "hello".dup[9..] = "y"
rescue RangeError => e
  puts "#{e.class}: #{e.message}"
end

# == The last match through an each of one's own
# Needs Ruby 3.3: through what stands between
class Lines
  include Enumerable

  def each
    yield "a1"
    yield "b2"
  end
end
p Lines.new.grep(/(\d)/) { $1 }, Lines.new.grep_v(/(a)/) { $~ }, Lines.new.any?(/(b)/), $1
p Lines.new.all?(/(\w)/), $1, Lines.new.none?(/(2)/), $1, Lines.new.one?(/(1)/), $1
p "a1\nb2\n".each_line.grep(/(\d)/) { $1 }, %w[a1 b2].each.grep(/(\d)/) { $~[0] }
p Lines.new.lazy.grep(/(\d)/) { $1 }.to_a, Lines.new.each_slice(1).map { |(text)| text[/(\w)/] && $1 }
def within = Lines.new.find { |text| text =~ /(b)/ } && $1
p within, $1
