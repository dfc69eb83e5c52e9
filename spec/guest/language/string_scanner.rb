# == Matching
# Needs Ruby 4.0: strscan 3.1.6
require "strscan"

def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

s = StringScanner.new("foo bar 12")
p s.scan(/\w+/), s.scan(/\w+/), s.skip(/\s+/), s.match?(/\w+/), s.check(/b/), s.scan("bar"), s.scan("x"), s.pos
p s.scan_until(/1/), s.matched, s.pre_match, s.post_match, s.scan_until("zz"), s.matched, s.eos?
s.reset
p s.exist?(/ /), s.exist?("1"), s.check_until(/r/), s.check_until("r "), s.skip_until(/r/), s.skip_until("1"), s.pos
p s.terminate.equal?(s), s.scan(/$/), s.scan(//), s.matched, s.match?(/\z/), s.scan(""), s.scan_until("")
s.pos = 0
p s.scan_full(/\w+/, false, true), s.pos, s.scan_full(/\w+/, true, false), s.search_full(/1/, true, true), s.search_full("z", 1, 1)
p t { s.unscan }, s.scan(/\d/), s.unscan.pos, s.matched?, s.matched_size, s.matched
p t { s.scan(1) }, t { s.scan(nil) }, t { s.scan(:a) }, t { s.scan_until(1) }, t { s.scan }, t { s.scan_full(/a/) }
object = Object.new
def object.to_str = "bar"
p s.scan(object), s.string = "new", s.pos, s.matched, t { s.string = 1 }, t { s << 1 }, (s << "er").string
p t { StringScanner.new }, t { StringScanner.new(1) }, StringScanner.new("a", 1), StringScanner.new("a", fixed_anchor: 1).fixed_anchor?
# == Positions
# Needs Ruby 4.0: strscan 3.1.6
require "strscan"

def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

s = StringScanner.new("héllo\nwörld")
p s.getch, s.getch, s.pos, s.charpos, s.get_byte, s.scan(/\w+/), s.inspect, s.beginning_of_line?, s.skip(/\n/), s.bol?
p s.rest, s.rest_size, s.rest?, s.get_byte, s.get_byte, s.pos, s.charpos, s.inspect, s.get_byte.bytes, s.getch, s.scan_byte, s.peek_byte
p s.peek(1), s.peek(100), t { s.peek(-1) }, t { s.peek("a") }, s.pointer
p t { s.pos = 100 }, t { s.pos = "a" }, t { s.pos = nil }, t { s.pos = 2**70 }, t { s.pos = -3 }, s.pos, t { s.pos = 1.9 }, s.pos
s.terminate
p s.peek(3), s.rest, s.scan_byte, s.peek_byte, s.getch, s.get_byte, s.bol?, s.eos?, s.peek(-1), s.inspect
s = StringScanner.new("\xE3\x81 abc")
p s.getch, s.pos, s.getch, s.scan(" "), t { s.scan(/a/) }, s.skip("a"), s.charpos, s.inspect
p StringScanner.new("a" * 20).tap { |long| long.pos = 10 }.inspect, StringScanner.new("\n\"é\u3042").inspect
s = StringScanner.new("x: 10, -0x1F +7 1_000 99999999999999999999999")
p s.scan_integer, s.scan(/x: /), s.scan_integer, s.matched, s.pre_match, s.captures, s.skip(/, /), s.scan_integer(base: 16), s.matched
p s.getch, s.scan_integer, s.getch, s.scan_integer, s.scan(/_000 /), s.scan_integer, s.eos?, s.scan_integer
p t { s.scan_integer(base: 8) }, t { s.scan_integer(10) }, StringScanner.new("-").scan_integer, StringScanner.new("0xg").scan_integer(base: 16)
# == Groups
# Needs Ruby 4.0: strscan 3.1.6
require "strscan"

def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

s = StringScanner.new("test string")
p s.scan(/(?<a>t)(?<b>x)?/), s.named_captures, s.captures, s[:a], s["b"], t { s[:c] }, s.values_at(0, 1, -1, 5, :a), s.size
p t { s[1.5] }, t { s[nil] }, t { s["a".."b"] }, s[-1], s[-2], s[-3], s[-4], s[9]
p s.scan("es"), s.named_captures, s.captures, t { s[:a] }, s[0], s[1], s.size
p s.scan(/zzz(?<m>x)/), s[0], s[:m], s.captures, s.values_at(0), s.size, s.named_captures, s.pre_match, s.post_match
p s.scan(/(?<y>.)(?<y>.)/), s[:y], s.named_captures, s.unscan.named_captures, s.captures
p s.scan(/(t)|(x)/), s.captures, s.getch, s.captures, s.size, t { s[:q] }, s.scan_byte, s.captures, s.matched
s.reset
s.scan(/(?<q>t)/)
s.pos = 3
p s[:q], s.pre_match, s.post_match, s.named_captures, s.reset.named_captures
copy = s.tap { s.scan(/(?<q>t)/) }.dup
p copy.pos, copy[1], copy.named_captures, copy.scan(/e/), s.pos, s[1], s.clone.matched
# == Anchors
require "strscan"

[false, true].each do |fixed|
  s = StringScanner.new("ab\ncd foobar", fixed_anchor: fixed)
  p s.fixed_anchor?, s.scan_until(/b\n/), s.scan(/^c/), s.scan(/\Ad/), s.scan(/(?<=c)d/), s.pre_match, s.post_match, s.matched
  s.pos = 9
  p s.scan(/\bbar/), s.scan(/(?<=foo)bar/), s.scan(/\Gbar/), s.match?(/bar$/), s.matched?, s.pos
  s.reset
  p s.scan("ab"), s.pre_match, s.post_match, s.exist?(/d/), s.check_until(/(f)o/), s[0], s[1], s.pre_match, s.matched_size
end
# == Encodings and strings that change
# Needs Ruby 4.0: strscan 3.1.6
require "strscan"

def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

s = StringScanner.new("a\u3042".b)
p s.scan(/a/), t { s.scan(/\u3042/) }, t { s.scan("\u3042") }, s.get_byte, s.rest.encoding, t { s.scan(/./n) }
p StringScanner.new("abc".b).scan(/a/).encoding, StringScanner.new("abc".encode("US-ASCII")).getch.encoding
p t { StringScanner.new("1".encode("UTF-16LE")).scan_integer }
s = StringScanner.new("あいう")
p s.scan_until("い"), s.pos, s.charpos, s.scan_until(/う/), s.pre_match, t { s.exist?("\x82".b) }
text = +"abc"
s = StringScanner.new(text)
s << "def"
p text, s.string.equal?(text), s.concat("x").equal?(s), s.scan(/abcdefx/)
text.replace("zz")
p s.scan(/z/), s.rest, s.rest_size, s.eos?, s.inspect, s.bol?, s.getch, s.matched, s.pos, s.peek(2)
s = StringScanner.new(+"test string")
s.pos = 5
s.match?(/(s)(t)/)
s.string.replace("abc")
p s[0], s[1], s.pre_match, s.post_match, s.matched, s.captures, s.unscan
s = StringScanner.new(+"aaaa" * 20)
p s.scan(/a/), s.string.setbyte(1, 98), s.scan(/b/), (s.string[2] = "ü"), s.scan(/ü/), s.rest_size, s.string.upcase!.size, s.scan(/A{5}/)
p t { StringScanner.new("ab".freeze) << "x" }, StringScanner.new("abc").freeze.scan(/b|a/)
class Lexer < StringScanner
  def initialize(text)
    super(text)
    @line = 1
  end
  attr_reader :line
end
p Lexer.new("abc"), Lexer.new("a").instance_variables, Lexer.new("a").line, Lexer.allocate.inspect, t { Lexer.allocate.scan(/a/) }
p StringScanner::Error.ancestors.first(3), StringScanner.must_C_version, StringScanner::Version.frozen?
