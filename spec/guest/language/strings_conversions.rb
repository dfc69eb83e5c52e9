# == to_str
# Needs Ruby 3.2: byteindex
class Path
  def initialize(text) = @text = text
  def to_str = @text
end
b = Path.new("b")
s = "abcb"
p s + b, s.include?(b), s.index(b), s.rindex(b), s.start_with?(Path.new("a")), s.end_with?(b), s.delete_prefix(Path.new("a")), s.count(b), s.delete(b), s.tr(b, "x"), s.squeeze(b)
p s.split(b), s.split(b, 2), s.partition(b), s.rpartition(b), s.sub(b, "x"), s.gsub(b, Path.new("y")), s.scan(b), s.center(9, b), s.ljust(6, b), s.rjust(6, b), s.insert(0, b), s.dup.replace(b), s.dup << b
p s.dup.prepend(b), s.dup.concat(b, b), s.each_line(b).to_a, s.lines(b), s.chomp(b), s.casecmp(Path.new("BABCB")), s.casecmp?(b), s.byteindex(b), s.unpack(Path.new("a2")), s.upto(b).to_a, "a".upto(b).to_a
t = s.dup
t[0] = b
t["c"] = Path.new("--")
t[/-+/] = b
p t, "b" == b, "b" <=> b, "b".eql?(b), b.respond_to?(:to_str), String.try_convert(b), String.try_convert(1), String(b), [b, "x"].join("-"), "é".force_encoding(Path.new("BINARY")).length
class Odd
  def to_str = 1
end
[-> { "a" + Odd.new }, -> { "a" + 1 }, -> { "a".include?(nil) }, -> { "a".start_with?(:a) }, -> { "abc".sub(1, "x") }, -> { "a".insert(0, nil) }, -> { "a" << nil }, -> { "a".tr(1, "b") }].each do |run|
  p run.call
rescue TypeError => e
  puts e.message
end

# == What is no String
class Version
  attr_reader :text
  def initialize(text) = @text = text
  def <=>(other) = text <=> other.to_s
  def to_str = text
  def ==(other) = text == other
end
p "a" <=> Version.new("b"), "b" <=> Version.new("a"), "a" == Version.new("a"), "a" <=> 1, "a" <=> nil, "a" <=> Object.new, "a" == :a

# == Lines, bases, blanks
# Needs Ruby 3.2: texts
p "hello\nworld\n\n\nand\nuniverse\n\n\n\n\n".lines(""), "a\n\n\n\nb\n\nc\n".each_line("", chomp: true).to_a, "abxbc".lines("b", chomp: true), "a\r\nb\n".lines(chomp: true), "abc".lines(nil), "".lines, "\n\n\na".lines("")
p "0x1f".oct, "-0b11".oct, "0d10".oct, "0o17".oct, "0x-1".oct, "0x".oct, "  0xf".oct, "0b2".oct, "789".oct, "0_7".oct, "-0o_7".oct, "+ 7".oct, "0x_f".oct
p "\0 a \0".lstrip, "\0 a\0 \0".rstrip, "\0 a\0".strip, " \0a".lstrip!, "a\0".rstrip!
["\xFF a".dup, "a \xFF".dup].each do |text|
  p text.strip
rescue ArgumentError, EncodingError => e
  p e.message
end
p "abc".sum(0), "abc".sum(-1), "abc".sum(8), "hello".count("a-y", "^l"), "abc".insert(-1, "d"), "abc".insert(-2, "X")
[-> { "abc".insert(-6, "x") }, -> { "hello".delete("l-h") }, -> { "hello".count("z-a") }, -> { "hello".tr("z-a", "b") }, -> { "abc".dup[5..6] = "x" }, -> { "abc".dup[-5..-4] = "x" }, -> { "ab".sub!("a") { |m| raise m } }].each do |run|
  p run.call
rescue IndexError, ArgumentError, RuntimeError, RangeError => e
  puts "#{e.class}: #{e.message}"
end
p "hello"[/(.)(l)/, 2], "hello"[/(.)(l)/, -1], "hello"[/(.)(l)/, -3].inspect, "hello"[/(.)(l)/, 9], /(.)(.)?/.match("a").values_at(0..3), /(?<a>.)/.match("x").deconstruct_keys([:a, :b])
p "a".each_char.size, "ab".each_codepoint.size, "abc".gsub(/b/).size, "a".upto("c").size, "abc".dup.upto("abe").to_a
m = "hello".dup
begin
  m.sub!("l") { m << "x"; "L" }
rescue RuntimeError => e
  p e.message, m
end
