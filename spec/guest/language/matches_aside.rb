# What of the core and of the library matches for itself leaves $~ alone.

"foo" =~ /o(?<z>o)/
Regexp.escape("a.b")
p ["escape", $~[0]]
"foo" =~ /o(?<z>o)/
Regexp.quote("a.b")
p ["quote", $~[0]]
"foo" =~ /o(?<z>o)/
Regexp.union("a.b", /c/)
p ["union", $~[0]]
"foo" =~ /o(?<z>o)/
/a/.inspect
p ["inspect", $~[0]]
"foo" =~ /o(?<z>o)/
/a/.to_s
p ["to_s", $~[0]]
"foo" =~ /o(?<z>o)/
"#{/a/}"
p ["interp", $~[0]]
"foo" =~ /o(?<z>o)/
/#{/a/}b/
p ["rinterp", $~[0]]
"foo" =~ /o(?<z>o)/
[/(a)/].inspect
p ["p", $~[0]]
"foo" =~ /o(?<z>o)/
/a/.source
p ["source", $~[0]]
"foo" =~ /o(?<z>o)/
/a/ == /b/
p ["==", $~[0]]
"foo" =~ /o(?<z>o)/
/(?<a>b)/.names
p ["names", $~[0]]
"foo" =~ /o(?<z>o)/
Float("1.5") rescue 0
p ["Float", $~[0]]
"foo" =~ /o(?<z>o)/
Float("1.5x") rescue 0
p ["Float bad", $~[0]]
"foo" =~ /o(?<z>o)/
Integer("0x1f", 16)
p ["Integer", $~[0]]
"foo" =~ /o(?<z>o)/
Integer("1x") rescue 0
p ["Integer bad", $~[0]]
"foo" =~ /o(?<z>o)/
Rational("1/3")
p ["Rational", $~[0]]
"foo" =~ /o(?<z>o)/
Complex("1+2i")
p ["Complex", $~[0]]
"foo" =~ /o(?<z>o)/
"1/3".to_r
p ["to_r", $~[0]]
"foo" =~ /o(?<z>o)/
"1+2i".to_c
p ["to_c", $~[0]]
"foo" =~ /o(?<z>o)/
Time.at(0).strftime("%Y-%m-%d %H:%M:%S %z")
p ["strftime", $~[0]]
"foo" =~ /o(?<z>o)/
Time.new("2021-12-25 00:00:00") rescue 0
p ["Time.new", $~[0]]
"foo" =~ /o(?<z>o)/
format("%<a>d %05.2f", {a: 1}) rescue 0
p ["format", $~[0]]
"foo" =~ /o(?<z>o)/
format("%s %p", "a", :b)
p ["format2", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".tr("a-c", "x")
p ["tr", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".delete("a")
p ["delete", $~[0]]
"foo" =~ /o(?<z>o)/
"aab".squeeze
p ["squeeze", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".count("a-b")
p ["count", $~[0]]
"foo" =~ /o(?<z>o)/
"a b".split
p ["split", $~[0]]
"foo" =~ /o(?<z>o)/
"a,b".split(",")
p ["split s", $~[0]]
"foo" =~ /o(?<z>o)/
"a\nb".lines
p ["lines", $~[0]]
"foo" =~ /o(?<z>o)/
" a ".strip
p ["strip", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".capitalize
p ["capitalize", $~[0]]
"foo" =~ /o(?<z>o)/
"az".succ
p ["succ", $~[0]]
"foo" =~ /o(?<z>o)/
"a".upto("c").to_a
p ["upto", $~[0]]
"foo" =~ /o(?<z>o)/
"ab".unpack("a2")
p ["unpack", $~[0]]
"foo" =~ /o(?<z>o)/
[1].pack("C")
p ["pack", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".start_with?("a")
p ["start_with s", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".end_with?("c")
p ["end_with", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".index("c")
p ["index s", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".delete_prefix("a")
p ["sub! s none", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".encode("UTF-16LE")
p ["encode", $~[0]]
"foo" =~ /o(?<z>o)/
"a\xff".scrub
p ["scrub", $~[0]]
"foo" =~ /o(?<z>o)/
"a\u00e9\n".inspect
p ["inspect s", $~[0]]
"foo" =~ /o(?<z>o)/
"a\u00e9".dump
p ["dump", $~[0]]
"foo" =~ /o(?<z>o)/
"\"a\"".undump
p ["undump", $~[0]]
"foo" =~ /o(?<z>o)/
:"a b".inspect
p ["sym inspect", $~[0]]
"foo" =~ /o(?<z>o)/
{"a b": 1, a: 2}.inspect
p ["hash inspect", $~[0]]
"foo" =~ /o(?<z>o)/
Struct.new(:a).new(1).inspect
p ["struct", $~[0]]
"foo" =~ /o(?<z>o)/
"e\u0301".unicode_normalize
p ["unicode_normalize", $~[0]]
"foo" =~ /o(?<z>o)/
"a".casecmp?("A")
p ["casecmp?", $~[0]]
"foo" =~ /o(?<z>o)/
"0x1f".hex
p ["hex", $~[0]]
"foo" =~ /o(?<z>o)/
"0b1".oct
p ["oct", $~[0]]
"foo" =~ /o(?<z>o)/
"12".to_i(8)
p ["to_i", $~[0]]
"foo" =~ /o(?<z>o)/
"1e5".to_f
p ["to_f", $~[0]]
"foo" =~ /o(?<z>o)/
"a".ljust(5)
p ["ljust", $~[0]]
"foo" =~ /o(?<z>o)/
"ae\u0301".each_grapheme_cluster.to_a
p ["each_grapheme", $~[0]]
"foo" =~ /o(?<z>o)/
Object.const_get("String")
p ["const_get", $~[0]]
"foo" =~ /o(?<z>o)/
Class.new { define_method(:x) { } }
p ["define_method", $~[0]]
"foo" =~ /o(?<z>o)/
Class.new { attr_accessor :a }
p ["attr", $~[0]]
"foo" =~ /o(?<z>o)/
Object.new.instance_variable_set(:@a, 1)
p ["ivar", $~[0]]
"foo" =~ /o(?<z>o)/
1.send("+", 2)
p ["send", $~[0]]
"foo" =~ /o(?<z>o)/
begin; raise "x"; rescue => e; e.full_message; end
p ["raise", $~[0]]
"foo" =~ /o(?<z>o)/
begin; foo_bar; rescue NameError => e; e.message; end
p ["NameError", $~[0]]
"foo" =~ /o(?<z>o)/
begin; 1.foo; rescue NoMethodError => e; e.message; end
p ["NoMethod", $~[0]]
"foo" =~ /o(?<z>o)/
caller
p ["backtrace", $~[0]]
"foo" =~ /o(?<z>o)/
caller_locations
p ["caller_loc", $~[0]]
"foo" =~ /o(?<z>o)/
1.clamp(0, 2)
p ["Comparable", $~[0]]
"foo" =~ /o(?<z>o)/
Random.new(1).rand
p ["Random", $~[0]]
"foo" =~ /o(?<z>o)/
Marshal.load(Marshal.dump([1, "a", {b: 2}]))
p ["Marshal", $~[0]]
"foo" =~ /o(?<z>o)/
eval("1 + 1")
p ["eval", $~[0]]
"foo" =~ /o(?<z>o)/
require "set"
p ["require", $~[0]]
"foo" =~ /o(?<z>o)/
Set[1].inspect
p ["Set inspect", $~[0]]
"foo" =~ /o(?<z>o)/
require "json"; JSON.parse('{"a":1}'); JSON.generate("a" => 1)
p ["json", $~[0]]
"foo" =~ /o(?<z>o)/
1.method(:+).inspect
p ["method inspect", $~[0]]
"foo" =~ /o(?<z>o)/
proc { }.inspect
p ["proc inspect", $~[0]]
"foo" =~ /o(?<z>o)/
require "stringio"; StringIO.new("a\nb").gets; StringIO.new("a\nb").each_line.to_a
p ["StringIO", $~[0]]
"foo" =~ /o(?<z>o)/
"abc".each_char.to_a
p ["gsub hash no", $~[0]]
"foo" =~ /o(?<z>o)/
"a".match?(/a/)
p ["match?", $~[0]]
"foo" =~ /o(?<z>o)/
("a".."e").step(2).to_a
p ["Range of strings", $~[0]]
"foo" =~ /o(?<z>o)/
require "date"; Date.parse("2020-01-02"); Date.new(2020, 1, 2).strftime("%F")
p ["Date", $~[0]]
"foo" =~ /o(?<z>o)/
require "time"; Time.parse("2020-01-02 03:04:05"); Time.iso8601("2020-01-02T03:04:05Z"); Time.at(0).iso8601
p ["Time.parse", $~[0]]
"foo" =~ /o(?<z>o)/
require "bigdecimal"; BigDecimal("1.5").to_s; BigDecimal("1.5").to_s("F")
p ["bigdecimal", $~[0]]
"foo" =~ /o(?<z>o)/
require "erb"; ERB.new("<%= 1 %>").result
p ["erb", $~[0]]
"foo" =~ /o(?<z>o)/
require "csv"; CSV.parse("a,b\n1,2\n")
p ["csv", $~[0]]
"foo" =~ /o(?<z>o)/
require "yaml"; YAML.load("a: 1\nb: [x, y]\n"); {"a" => 1}.to_yaml
p ["yaml", $~[0]]
"foo" =~ /o(?<z>o)/
require "strscan"; StringScanner.new("ab").scan(/a/)
p ["strscan", $~[0]]
"foo" =~ /o(?<z>o)/
require "digest"; Digest::SHA256.hexdigest("a")
p ["digest", $~[0]]
"foo" =~ /o(?<z>o)/
require "shellwords"; "a b".shellsplit
p ["shellwords", $~[0]]
"foo" =~ /o(?<z>o)/
require "securerandom"; SecureRandom.uuid
p ["securerandom", $~[0]]
"foo" =~ /o(?<z>o)/
require "base64"; Base64.decode64("YQ==")
p ["base64", $~[0]]
"foo" =~ /o(?<z>o)/
require "uri"; URI.parse("http://a.b/c?d=e")
p ["uri", $~[0]]
"foo" =~ /o(?<z>o)/
require "cgi/escape"; CGI.escape("a b"); CGI.unescape("a+b"); CGI.escapeHTML("<")
p ["cgi", $~[0]]
"foo" =~ /o(?<z>o)/
require "ostruct"; OpenStruct.new(a: 1).inspect
p ["ostruct", $~[0]]
"foo" =~ /o(?<z>o)/
require "logger"; Logger.new(StringIO.new).info("x")
p ["logger", $~[0]]
"foo" =~ /o(?<z>o)/
require "optparse"; OptionParser.new { |o| o.on("-a") { } }.parse(["-a"])
p ["optparse", $~[0]]
