# Literals of Regexps: one object for each place, and interpolated ones with /o.

def pattern(text, flags = nil) = /#{text}/o
p pattern("a"), pattern("b"), pattern("c", 1)

def optional(text, start = 0) = text[start..][/#{1}/o]
p optional("21"), optional("21", 1), optional("3", 0)

def keyword(text, of: 5) = (1..9).select { |i| true if (i == text)..(i == of) }
def default(x, y = 5, *rest) = (1..9).select { |i| true if (i == x)..(i == y) }
p keyword(2), keyword(3, of: 4), default(2), default(3, 4), default(3, 4, 5)

class Kept
  def self.made(text, other = 1) = ->(z) { /#{text}#{z}/o }
end
p Kept.made(1).(2), Kept.made(3).(4)

p (1..3).map { /a/.object_id }.uniq.size, (1..3).map { |i| /a#{i}/o.object_id }.uniq.size
p (1..3).map { |i| /a#{i}/ }
first = nil
2.times { again = /x/i; first ||= again; p again.equal?(first), again.frozen? }

3.times { |i| p eval("/x#{i}/").source, eval("/y\#{i}/o") }
200.times { |i| eval("/gone#{i}/") }
GC.start

def nested(n) = n == 0 ? /z/ : [nested(n - 1), /r#{n}/o]
p nested(3)

def fails(text) = /#{text}/o
begin
  fails("(")
rescue RegexpError => e
  p e.class
end
p fails("k"), fails("l")

def many(text) = case text when /^a/ then 1 when /^b/i then 2 when /c\z/ then 3 else 4 end
p %w[ab Ba xc d].map { |text| many(text) }
p "2024-05-06".match?(/\A\d+-\d+-\d+\z/), "a1b22".scan(/\d+/), "x-y".sub(/-/) { $~[0] * 2 }
/(?<year>\d+)/ =~ "in 1999"
p year

def wide(a = 1)
  # more locals than registers
  eval((1..3).map { |i| "v#{i} = #{i}" }.join(";") + "; [a, v1, v2, v3, /#{a}/o]")
end
p wide, wide(2)
