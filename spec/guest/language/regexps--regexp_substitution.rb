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
