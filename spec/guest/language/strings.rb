# == Methods
s = "The quick brown fox"
puts s.length, s.upcase, s.downcase, s.swapcase, s.capitalize, s.reverse
puts s.index("quick"), s.rindex("o"), s.index("zebra").inspect, s.include?("fox"), s.start_with?("The"), s.end_with?("fox", "dog")
puts s.split.inspect, s.split("").first(3).inspect, "a,b,,c,,".split(",").inspect, "a,b,c".split(",", 2).inspect, "a,b,,".split(",", -1).inspect
puts s.sub("quick", "slow"), s.gsub("o", "0"), s.gsub("o") { |m| m.upcase }, s.tr("a-y", "b-z"), s.delete("aeiou"), s.squeeze, "aaabbb".squeeze("a")
puts s.count("lo"), s.count("a-m", "^h"), s.chars.tally.max_by { |_, n| n }.inspect
puts s[4..8], s[-3..], s[0], s[4, 5], s.slice(0, 3), s[100].inspect, s["brown"]
puts "  padded\t\n".strip.inspect, "xxhixx".delete_prefix("xx").delete_suffix("xx"), "line\n".chomp, "hello".chomp("lo"), "hello".chop, "  a".lstrip + "b  ".rstrip
puts "ab" * 3, "a" + "b", "abc" <=> "abd", "a" == "a", "a".eql?("a"), "a".equal?("a"), "abc".casecmp("ABC"), "abc".casecmp?("ABC")
puts "az".succ, "zz".next, "a9".succ, "Zz".succ, "1.9".succ, ("a".."e").to_a.join, "a".upto("e").to_a.inspect, "08".upto("11").to_a.inspect
puts "hello world".each_char.select { |c| "aeiou".include?(c) }.join, "hello".each_char.with_index.map { |c, i| c * i }.join("-")
puts "%s is %d years and %.1f%%" % ["Ann", 30, 99.5], "abc".ord, 97.chr, "abc".bytes.inspect, "abc".sum, "abc".hex, "0x1f".hex, "777".oct
puts "line one\nline two".lines.inspect, "a\nb\nc".each_line.map(&:chomp).inspect, "one two".partition(" ").inspect, "a.b.c".rpartition(".").inspect
puts "hello".insert(2, "XX"), "hello".prepend(">> "), "abc".replace("xyz"), "hello".slice(1..3), "title case here".split.map(&:capitalize).join(" ")
t = +"mutable"
t[0] = "M"
t[-3..] = "BLE"
t << "!" << 33
t.concat("?", "!")
puts t, t.slice!(0, 3), t, t.upcase!.inspect, t.upcase!.inspect, t.clear.empty?
puts "12abc".to_i, "3.7xyz".to_f, "abc".to_i, "0b11".to_i(0), "1e3".to_f, "1_000".to_i, "  42 ".to_i, "-5".to_i.abs, "12".rjust(5, "0"), "z".ord
puts "hello world foo".center(25, "*"), "ab".ljust(5, "12") + "|", "snake_case_word".split("_").each_with_index.map { |w, i| i.zero? ? w : w.capitalize }.join
puts "CamelCaseWord".each_char.map { |c| c == c.upcase ? "_#{c.downcase}" : c }.join.delete_prefix("_")
puts "abc".unpack("C*").inspect, [65, 66].pack("C*"), [1, 2].pack("s*").bytes.inspect, ["abc"].pack("m").chomp, "YWJj".unpack1("m"), [1].pack("N").bytes.inspect
puts "ünïcödé".length, "ünïcödé".bytesize, "ünïcödé".reverse, "日本語".chars.inspect, "日本語"[1], "日本語".each_char.to_a.size, "é".bytes.inspect, "aé".byteslice(0, 1), "日本".codepoints.inspect
puts "abc".between?("abb", "abd"), "a".ord.chr == "a", "abc".hash == "abc".hash, "abc".to_sym.inspect, "with space".to_sym.inspect

# == Building
# Building strings: <<, heredocs, join, interpolation, inserts, encodings of quotes.
buffer = +""
buffer << "one" << ", " << "two" << 33
puts buffer, buffer.size
report = [].tap { |l| l << "head" << "-" * 4; 2.times { |i| l << "row #{i}" } }.join("\n")
puts report
name = "World"
puts "Hello, #{name}! #{"nested #{1 + 1} levels #{"deep"}"}", 'single #{not} \n', "tab\tquote\"slash\\"
puts "multi
line", "con" "cat" 'enated', "a" \
  "b"
puts <<~TEXT
  Dear #{name},
    indented #{[1, 2].map { |x| x * 2 }.join("-")}
  \tescaped

  bye
TEXT
puts <<-'RAW', <<~UP.upcase
    raw #{name}
    RAW
  loud
  quiet
UP
puts [<<~A, <<~B].map(&:chomp).inspect
  first
A
  second
B
puts %q(it's (nested) "fine"), %Q[#{name}'s], %w[a b#{1}].inspect, %W[a b#{1}].inspect, %i[x y].inspect, %(plain)
puts "abc".insert(1, "-").insert(-1, "!"), "abc".prepend(">> "), "%s-%s" % %w[l r], "=" * 5 + ">"
puts "path/to/file.rb".then { |p| [p.split("/").last, p.rpartition("/").first, p[/\w+/] || "x"] rescue ["file.rb", "path/to", "path"] }.first(2).inspect
s = "mutable".dup
s[0] = "M"
s[-3..] = "BLE"
s[1, 2] = "UT"
puts s, s.replace("new"), s.clear.empty?, s.frozen?
words = "the quick brown fox".split
puts words.map.with_index { |w, i| i.even? ? w.upcase : w }.join(" "), words.map(&:capitalize).join, words.map { _1[0] }.join(".")
puts "snake_case_name".split("_").each_with_index.map { |w, i| i.zero? ? w : w.capitalize }.join
puts "CamelCaseName".each_char.with_index.map { |c, i| c == c.upcase && i > 0 ? "_#{c.downcase}" : c.downcase }.join
puts "title".center(15, "*"), "ab".ljust(4, "12345") + "|", "é".ljust(3, "-"), "日本".center(8, "*")
puts "line one\nline two".each_line.map.with_index(1) { |l, i| "#{i}: #{l}" }.join, "\n".inspect, "\e[0m".inspect

# == Binary
# Needs Ruby 3.4: encodings of interpolations
# Binary strings: what is made of them, found in them and cut out of them is binary, and what no string can be is an error.
require "stringio"

def show(value)
  case value
  when String then "#{value.inspect} #{value.encoding == Encoding::BINARY ? "binary" : "text"} #{value.length} #{value.valid_encoding?}"
  when Array then value.map { |element| show(element) }.join(" | ")
  else value.inspect
  end
end

def row(name)
  result = yield
  puts "#{name}: #{show(result)}"
rescue StandardError => e
  puts "#{name}: #{e.class}: #{e.message}"
end

bytes = "\xff\xfea\x80b".b.freeze
ascii = "abc".b.freeze
latin = ("long" * 10 + "\xe9").b.freeze
text = "h\u00e9llo".freeze
plain = "plain".freeze
strings = { bytes: bytes, ascii: ascii, latin: latin, text: text, plain: plain, nothing: "".freeze, no_bytes: "".b.freeze }

strings.each do |one, x|
  strings.each do |other, y|
    pair = "#{one} #{other}"
    row("#{pair} +") { x + y }
    row("#{pair} <<") { x.dup << y }
    row("#{pair} concat") { x.dup.concat(y, y) }
    row("#{pair} interpolated") { "#{x}#{y}" }
    row("#{pair} insert") { [x.dup.insert(0, y), x.dup.insert(-1, y)] }
    row("#{pair} prepend") { x.dup.prepend(y, y) }
    row("#{pair} replace") { x.dup.replace(y) }
    row("#{pair} [0, 0]=") { copy = x.dup; copy[0, 0] = y; copy }
    row("#{pair} [-1..]=") { copy = x.dup; copy[-1..] = y unless x.empty?; copy }
    row("#{pair} [/l/]=") { copy = x.dup; copy[/l/n] = y; copy } if x.include?("l")
    row("#{pair} join") { [[x, y].join, [x, x].join(y)] }
    row("#{pair} padded") { [x.center(60, y), x.ljust(60, y), x.rjust(60, y)] } unless y.empty?
    row("#{pair} sub") { x.sub("a", y) }
    row("#{pair} gsub") { [x.gsub("l", y), x.gsub(/l/n, y), x.gsub(/l/n, "l" => y), x.gsub(/l/n) { y }] }
    row("#{pair} tr") { x.tr("a", y) }
    row("#{pair} tr from") { x.tr(y, "z") } unless y.empty?
    row("#{pair} sets") { [x.delete(y), x.squeeze(y), x.count(y)] }
    row("#{pair} searched") { [x.index(y), x.rindex(y), x.include?(y), x[y], x.scan(y)] }
    row("#{pair} affixes") { [x.start_with?(y), x.end_with?(y), x.delete_prefix(y), x.delete_suffix(y), x.chomp(y)] }
    row("#{pair} divided") { [x.split(y), x.partition(y), x.rpartition(y)] }
    row("#{pair} slice!") { copy = x.dup; [copy.slice!(y), copy] }
    row("#{pair} compared") { [x == y, x.eql?(y), { x => 1 }[y], x <=> y, x.casecmp(y), x.casecmp?(y), [x] & [y], Encoding.compatible?(x, y).to_s] }
    row("#{pair} formatted") { ["%s-%s" % [x, y], format("%-9s|%9s|%.1s", x, y, x)] }
  end
end

strings.merge(spaces: " \t \xff \n".b, blank: (" " * 30).b, marks: "a\xc3\xa9b\xc3\xa9".b).each do |name, x|
  %i[dup clone +@ -@ b chars lines strip lstrip rstrip chop chomp chr reverse squeeze upcase swapcase each_char each_line split].each do |method|
    row("#{name}.#{method}") { result = x.dup.public_send(method); result.is_a?(String) ? result : result.to_a }
  end
  row("#{name} *") { [x * 3, x * 0] }
  row("#{name} []") { [x[0], x[-1], x[1, 2], x[1..], x[0, 0], x[99], x.byteslice(0, 2)] }
  row("#{name} cut") { copy = x.dup; [copy.slice!(0), copy, copy.slice!(0, 2), copy.slice!(0..), copy] }
  row("#{name} cut in place") { copy = x.dup; [copy.chop!, copy.squeeze!, copy.reverse!, copy.strip!, copy.clear, copy] }
  row("#{name} padded") { [x.center(60), x.ljust(60), x.rjust(60)] }
  row("#{name} divided") { [x.split("a"), x.split(""), x.split(/a/n), x.split(","), x.split(",", 1), x.partition("q"), x.rpartition(/q/n), x.partition("")] }
  row("#{name} sets") { [x.tr("a-c", ""), x.tr("^a", "*"), x.tr_s("l", "r"), x.delete("^a"), x.count("a-l")] }
  row("#{name} from the end") { [x.rindex("a"), x.rindex("b", -1), x.rindex("", 1), x.rindex("a", -5), x.rindex(x[0].to_s, -x.length)] }
  row("#{name} built") { [String.new(x), "#{x}", "%s" % x, [x, x].inject(:+), [x, x].sum("".b)] }
  row("#{name} taken apart") { [x.unpack("a2A2"), x.unpack("Z*"), x.unpack1("a*"), [x].pack("m").unpack1("m"), [x].pack("u").unpack1("u"), [x].pack("M").unpack1("M")] }
end

row("bytes from the end") { [bytes.rindex("\x80".b), bytes.rindex("\xfe".b, -2), bytes.index("\x80".b, -3), "a\x80b".b.rindex("\x80".b)] }
row("sets of bytes") { [bytes.tr("\x80-\xff".b, "?"), bytes.count("\x80-\xff".b), bytes.delete("^\x80-\xff".b), "\xff\xffab".b.squeeze, "\x01\x02".b.tr("\x00-\x01".b, "a-b")] }
row("codes") { [200.chr, 65.chr, 65.chr("BINARY"), "".b << 200, "ab".b << 65, +"" << 200, "a" + 200.chr, "".b << 0x3042] }
row("new") { [String.new, String.new(""), String.new(capacity: 9), String.new << "abc", String.new << text, String.new << bytes, String.new("a", encoding: "BINARY")] }
row("what a string has none of") { ["\u00e9\xa9".index("\xa9"), "\u00e9".include?("\xa9"), "\u00e9\xa9".rindex("\xa9"), "\u00e9"["\xc3"]] }
row("replaced by what it means") { [latin.gsub("\xe9".b, "\u00e9"), latin.sub("\xe9".b, "\u00e9"), "caf\xe9".b.gsub(/\xe9/n, "e")] }
row("a message") { begin; raise "x" + bytes; rescue StandardError => e; e.message; end }
row("a range") { ("\xf0".b.."\xf3".b).to_a }
row("as keys") { { "\u00e9" => 1, "\u00e9".b => 2 }.size }
row("told apart") { [["\u00e9", "\u00e9".b].uniq.size, ["\u00e9"] - ["\u00e9".b], ("\u00e9".b === "\u00e9")] }
row("a stream") { stream = StringIO.new(+"ab"); [stream.read(1), stream.read(1), stream.read(1), stream.read] }
row("a stream of bytes") { stream = StringIO.new(bytes.dup); [stream.read(2), stream.getc, stream.gets, stream.read] }
row("bytes written to a stream of text") { stream = StringIO.new; stream << text << bytes; stream.write(text, bytes); stream.pos = 1; stream.write(bytes); stream.string.bytes.sum }
$stdout.print("\u00e9", "ok".b, "\n")

# == Edges
# Where strings end: slices that stand in longer text, long numbers, positions from the end, what is frozen.
def row(name)
  puts "#{name}: #{yield.inspect}"
rescue StandardError => e
  puts "#{name}: #{e.class}: #{e.message}"
end

long = "x" * 100
row("casecmp") { [long.casecmp(long.byteslice(0, 50)), long.byteslice(0, 50).casecmp(long), "é".casecmp("z"), "z".casecmp("é"), "A_".casecmp("ab"), "É".casecmp("é")] }
row("lines of a slice") { slice = ("a" * 50 + "\n").byteslice(0, 50); [slice.lines == [slice], slice.each_line.to_a == [slice]] }

spaces = " " * 40
row("digits behind a slice") { [Integer((spaces + "0x10")[0, 41]), Integer((spaces + "0x10")[0, 41], 16), (spaces + "0b1")[0, 41].to_i(2), (spaces + "-5")[0, 41].to_i, (spaces + "0o7")[0, 41].oct, (spaces + "0d7")[0, 41].to_i(10)] }
["0x10", "-5", "+5"].each { |digits| row("no digits before #{digits}") { Integer((spaces + digits)[0, 40]) } }
row("a sign before digits") { Integer((spaces + "-5")[0, 41]) }
row("a point behind a slice") { [(spaces + "1.5")[0, 41].to_f, Float((spaces + "12.5")[0, 42])] }
row("a message about a slice") { Float((spaces + "1xyz")[0, 42]) }

row("long floats") { [("0" * 90 + "1.5").to_f, ("1" * 100).to_f, Float("1" * 100), ("0" * 100).to_f, ("0" * 90 + "_1").to_f, ("5" * 400).to_f, Float("0" * 200 + "7"), ("1" + "0" * 100 + "e-100").to_f] }
row("floats of hexadecimal digits") { [Float("0xffffffffffffffffffff"), Float("0x10"), Float("0x" + "f" * 40), Float("0x7fffffffffffffff")] }
row("underscores") { [Float("1_000.5"), "1__0".to_f, "1_000".to_f, (Float("1__0") rescue "none"), (Float("_1") rescue "none")] }

row("rindex from the end") { ["añc".rindex("a", -3), "añc".rindex("a", -4), "añc".rindex("ñ", -1), "añc".rindex("", -3), "añc".rindex("c", 99), "ñ".rindex("ñ", -1), "".rindex("", -1), "é".rindex("", -5), "ñañ".rindex("ñ", -2)] }
row("index from the end") { ["añc".index("a", -3), "añc".index("a", -4), "aé".index("é", -1), "aé".index("", 9), "aé".index("", 2)] }
row("assigned past the end") { %w[abc aéc].map { |text| copy = text.dup; copy[1, 2**63 - 1] = "x"; copy } }
row("assigned by itself") { text = +"abc"; text["b"] = text; text[/c/] = text; text[0, 1] = text; text }
row("joined to itself") { [(text = +"a").concat(text, text), (text = +"ab").prepend(text, text), (text = +"ab") << text << text] }
row("split into one") { text = +"a,b"; parts = text.split(",", 1) + text.split(/,/, 1); parts.each { |part| part << "x" }; [text, parts] }

frozen = "ab".freeze
changes = {
  "<<" => -> { frozen << "" }, "concat" => -> { frozen.concat }, "concat of nothing" => -> { frozen.concat("") },
  "prepend" => -> { frozen.prepend }, "insert" => -> { frozen.insert(0, "") }, "reverse!" => -> { "a".freeze.reverse! },
  "clear" => -> { "".freeze.clear }, "replace" => -> { "".freeze.replace("") }, "slice!" => -> { frozen.slice!(5) },
  "delete_prefix!" => -> { frozen.delete_prefix!("x") }, "squeeze!" => -> { frozen.squeeze! }, "tr!" => -> { frozen.tr!("x", "y") },
  "chop!" => -> { "".freeze.chop! }, "lstrip!" => -> { frozen.lstrip! }, "succ!" => -> { "".freeze.succ! }, "upcase!" => -> { "A".freeze.upcase! }
}
changes.each { |name, change| row("frozen, #{name}") { change.call } }

["o-l", "z-a", "b-a-c"].each do |set|
  row("tr #{set}") { "hello".tr(set, "x") }
  row("tr to #{set}") { "hello".tr("l", set) }
  row("delete #{set}") { "hello".delete(set) }
  row("squeeze #{set}") { "hello".squeeze(set) }
  row("count #{set}") { "hello".count(set) }
end

# == Changed while it is gone through
def changed
  p yield
rescue => e
  puts "#{e.class}: #{e.message}"
end

long = "ab" * 500
["abcb", long].each do |text|
  changed { s = text.dup; s.gsub(/b/) { s << "x" } }
  changed { s = text.dup; s.gsub!(/b/) { s << "x" } }
  changed { s = text.dup; s.gsub!("b") { s.clear; "y" } }
  changed { s = text.dup; s.scan(/b/) { s << "x" } }
  changed { s = text.dup; s.sub!(/b/) { s << "x" } }
  changed { s = text.dup; s.sub(/b/) { s << "x"; "-" }.size }
  changed { s = text.dup; s.gsub(/b/) { s.dup << "x"; s[0, 1] }.size }
  changed { s = text.dup; n = 0; s.scan(/b/) { n += s.size; s.byteslice(1..) }; n }
end

# == Ends without sets of characters
# Needs Ruby 4.0: arguments of strip, several of append_as_bytes
p "xxabcxx".strip("x"), "xxabcxx".lstrip("x"), "xxabcxx".rstrip("x"), "abcabc".strip("a-c", "^b"), "aé".rstrip("é")
p "xxx".strip("x"), "".strip("x"), "abc".strip("z"), " a ".strip
s = +"xxax"
p s.lstrip!("x"), s, s.lstrip!("x"), s.rstrip!("x"), s.strip!("x")
begin
  "abc".strip(1)
rescue TypeError => e
  puts e.message
end
begin
  "xa".freeze.strip!("x")
rescue FrozenError => e
  puts e.message
end
p (+"a").append_as_bytes("b", 300, "é"), (+"a").append_as_bytes
