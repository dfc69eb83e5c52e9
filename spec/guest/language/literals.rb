# == Heredocs and others
name = "Ann"
puts <<~TEXT
  Dear #{name},
    indented line
  total: #{[1, 2, 3].sum}	tab
TEXT
puts <<-'RAW'
    raw #{name} \n stays
    RAW
puts [<<~ONE, <<~TWO].map(&:strip).join(" + ")
  first
ONE
  second
TWO
puts(<<~A.lines.map { |l| "> #{l}" }.join)
  line one

  line three
A
puts %w[a b #{c}].inspect, %W[a #{name} c].inspect, %i[x y].inspect
puts %q(single 'quoted' #{no}), %Q(double "quoted" #{name}), %(parens (nested) ok), %{braces {nested}}
puts 'it''s joined ' "together"
puts "unicode: \u00e9 \u{1F600} \x41 \101 \s|"
puts "a\
b"
puts :"quoted symbol".to_s, :"with #{name}".inspect, :a?.inspect, :b!.inspect, :c=.inspect, :[]=.inspect, :+.inspect
puts 1_000_000, 0xff, 0b1010, 0o17, 017, 1e3, 1.5e-3, ?a, 3r, 2i
puts "#{"nested #{"deep #{1 + 1}"}"}"
puts __method__.inspect
def where = __method__
puts where.inspect
p 1..2, 1...3, (1..), (..5), "a".."c", (1..nil).first(2), ("a".."e").step(2).to_a
p [1, 2,
   3,], { "k" => 1 }.to_a, [*"a".."d"], [*nil], [*[1, 2], *[3]]
a = [1, 2, 3]
b, *c = a
p b, c, a.values_at(0, -1), a[-2..], a[..1], a[5], a[3, 1], a[1..-2]
p "str" "ing", "abc"[1], "abc"[-1], "abc"[0, 2], "abc"[1..], "abc"[5].inspect, "hello"["ell"], "hello"["xyz"].inspect
x = if a.empty? then "empty" elsif a.size > 2 then "many" else "few" end
puts x
y = while true do break "from while" end
puts y
puts (a.size > 2 and not a.empty?), (nil or "default"), (!true || !false)
puts [nil, 1, false, 2].compact.inspect, (nil.to_a + nil.to_s.chars).inspect, nil.to_i, nil & true, nil.inspect
i = nil
i ||= 5
i &&= i + 1
i += 1
i **= 2
puts i
puts "yes" if i == 49 unless i.nil?
puts [1, [2, [nil, 3]]].to_s, [1.0, :a, "b", nil, true, 1..2].inspect
puts __LINE__
puts "done"

# == Heredocs of every kind
# Heredocs of every kind.
name = "World"
items = { apple: 3, "fig jam": 12 }
puts <<~EOS
  Hello, #{name}!
    indented by two
  #{items.map { |k, v| "#{k}: #{v}" }.join("\n  ")}

  tab:\tend \u00e9 \x41 \101 #{"nested #{"twice #{name.upcase}"}"}
EOS
puts <<-EOS
    kept indentation
  #{name}
    EOS
puts <<~'RAW'
  no #{interpolation} and no \n escapes
    #name #@ivar
RAW
puts <<EOS.lines.map { |line| line.chomp.reverse }.join("|")
abc
def
EOS
def join(a, b, sep: "-") = [a, b].map(&:strip).join(sep)
puts join(<<~ONE, <<~TWO, sep: " + ")
  first
ONE
  second
TWO
list = [<<~A, "middle", <<~B].map(&:chomp)
  alpha
A
  beta
B
p list
hash = { text: <<~T, other: 1 }
  value in a hash
T
p hash[:text], hash[:other]
puts <<~OUTER
  outer start
  #{[1, 2].map { |n| <<~INNER }.join}
    inner #{n}
      deeper #{n * 2}
  INNER
  outer end
OUTER
puts <<~"QUOTED".upcase
  quoted #{1 + 1}
QUOTED
puts(<<~EOS.gsub(/^/, "> "))
  line one

  line three
EOS
sql = <<~SQL.split.join(" ")
  SELECT *
    FROM users
   WHERE name = '#{name}' -- comment
SQL
puts sql
p <<~EOS
  a\
  b
  c \
    d
EOS
p <<~EOS
    four
  two
      six
EOS
p <<~EOS

  blank before

EOS
p <<~EOS
	tabbed
	  more
EOS
p <<~EMPTY
EMPTY
code = <<~'RUBY'
  def area(r) = 3 * r**2
RUBY
p code, code.bytesize
class Report
  TEMPLATE = <<~TEXT.freeze
    Dear %<name>s,
    you owe %<sum>.2f (%<percent>d%%).
  TEXT
  def to_s = format(TEMPLATE, name: "Ann", sum: 12.5, percent: 7)
end
puts Report.new, Report::TEMPLATE.frozen?
puts "adjacent " "strings " 'join', %q(single 'quoted' (nested) #{no}), %Q(double "quoted" #{1 + 1}), %(plain [#{name}])
p %w[a b#{1} c\ d], %W[a b#{1} #{name}s], %i[x y], %I[x#{1} y], :"quoted sym", :"s#{1}", %s(sym bol)
p 'single \n \' \\', "\e[0m\0\a\b\s", "\u{1F600 41}", ?a, ?\n, "a\
b"
p "#{}", "#{nil}", "#{1; 2}", "a#{"b#{"c"}"}", "#$0".empty?, "\#{x}", '#{x}'
p __LINE__, __method__.inspect
print "no newline", "\n"
puts [<<~X, <<~Y].join.lines.map.with_index(1) { |l, i| "#{i}: #{l}" }
  x #{<<~Z.strip} end
    inside z
  Z
X
  y
Y

# == Interpolated variables
# "#@name" and its like, |a,| as a block's parameters, keywords that are not there, lazy chains run twice, sizes of enumerators.
@name = "Ann"
$place = "Ulm"
class Shop
  @@count = 7
  def initialize = @owner = "Bo"
  def to_s = "#@owner sells #@@count, #$place #{@owner}#@owner."
  def pattern = /^#@owner-#$place$/
end
puts "hi #@name", "at #$place!", "#@ # #@1 #$ \#@name #x", '#@name', "#@name#{1 + 1}#@name", Shop.new.to_s, Shop.new.pattern.source, %w[#@name #$place].inspect, %W[#@name #$place].inspect
puts <<~TEXT
  Dear #@name,
  #$place
  #{@name}
TEXT
puts :"a#@name".inspect
"abc" =~ /b(c)/
puts "#$1 #$~ #$&" rescue puts "no"

p({ a: 1 }.map { |k,| k }, [[1, 2]].map { |a,| a }, { b: 1 }.min_by { |n,| n }, proc { |a,| a }.call([1, 2]), [[1, 2, 3]].each_with_index.map { |(a, b), i| [a, b, i] }, [[1, [2, 3]]].map { |a, (b, c)| [a, b, c] })
{ x: 1, y: 2 }.each { |key,| puts key }

def one(a) = a
def none = 1
def block_given(a) = yield(a)
opts = {}
p one(1, **opts), none(**{}), block_given(2, **opts) { |x| x * 2 }, -> { 3 }.(**opts), ->(a) { a }.call(4, **opts), 5.send(:then, **opts) { |x| x }
p((one(1, k: 2) rescue "too many"), (none(k: 1) rescue "too many"))

twice = (1..Float::INFINITY).lazy.take(5)
p twice.to_a, twice.to_a, twice.map { |x| x * 2 }.first(2), twice.size
late = (1..6).lazy.drop(4)
p late.to_a, late.to_a, (1..6).lazy.drop_while { |x| x < 5 }.then { |l| [l.to_a, l.to_a] }, [1, 1, 2].lazy.uniq.then { |l| [l.to_a, l.to_a] }, (1..3).lazy.zip(4..6).then { |l| [l.to_a, l.to_a] }, [7, 8].lazy.with_index.then { |l| [l.to_a, l.to_a] }, %w[ab cd].lazy.grep(/c/) { |x| x.upcase }.to_a, (1..3).lazy.take(0).to_a, (1..3).lazy.take(9).size
p 1.upto(10).size, 42.times.size, 1.step(10, 3).size, (1..10).each_slice(3).size, [1, 2].each_cons(2).size, [1, 2].cycle(2).size, (1..10).step(3).size, 5.downto(2).size, [1, 2, 3, 4].combination(2).size, [1, 2, 3].permutation.size, [1, 2, 3].permutation(2).size, "añ".each_byte.size, "añ".each_char.size, [3].each.size, Enumerator.new(4) { }.size, Enumerator.new { }.size, { a: 1 }.each.size
p 1.step(by: 2, to: 7).to_a, 1.step(by: -1).first(3), 1.0.step(by: 0.5, to: 2).to_a
p [1, 2].tally({ 1 => 3 }).to_a, 2**70 == 2**70 && (2**70).frozen?, "0x%a|%8.0a" % [1.5, 1.0], format("%a %a %10a|%-10a|%+a", -0.5, 0.0, 1.0, 2.0, 10.0)
h = {}.compare_by_identity
a, b = +"k", +"k"
h[a] = 1
h[b] = 2
p h.size, h[a], h[+"k"], h.key?(b), h.compare_by_identity?, h.dup[b], { 1 => 2 }.compare_by_identity[1], h.delete(a), h.keys
class Vault
  SECRET = 42
  OPEN = 1
  private_constant :SECRET
  def self.peek = SECRET
end
p Vault.peek, Vault::OPEN, (Vault::SECRET rescue $!.class), (Vault::SECRET rescue $!.message)
p({ 1 => 2 }.merge({ 1 => 3 }, { 1 => 1 }) { |_, x, y| x + y }.to_a, {}.merge.to_a, Struct.new(:a, :b).new(1, 2).each_pair.to_a, Struct.new(:a).new(1).each_pair { |k, v| p [k, v] }.to_a)
p "hi %{x}" % Hash.new { |_, k| "<#{k}>" }, format("%<x>s", Hash.new("z")), (format("%<x>s", {}) rescue $!.class)
list = [5, 6, 7, 8, 9, 10]
list.delete_if { |x| break if x > 8; x < 7 }
p list, list.select!(&:even?), list.reject!(&:odd?), list.keep_if { true }, list.delete_if { |x| x == 8 }, list.filter! { false }, list
left = [1, 2, 3, 4]
(left.reject! { |x| raise "no" if x == 3; true }) rescue p left
p (1..3).zip(4..), [1, 2].zip((1..).lazy.map { |x| x * 2 }), [1, 2].zip([3], 5..6)
