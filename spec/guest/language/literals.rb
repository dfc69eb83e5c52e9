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
