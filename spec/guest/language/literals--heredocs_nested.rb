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
