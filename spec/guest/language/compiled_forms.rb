# Forms of Ruby whose code a compiler is tempted to shorten, merge, leave out or count in too few bits.
def noted = @noted ||= []

def note(value)
  noted << value
  value
end

def show(source)
  noted.clear
  value = eval(source)
  puts "#{source.size > 90 ? "#{source[0, 40]} ... #{source[-45..]}" : source} => #{value.inspect} #{noted.inspect}"
rescue StandardError, SyntaxError => e
  puts "#{source[0, 90]} => #{e.class}"
end

class Several
  def each
    yield 1, 2
    yield [3, 4]
    yield 5
    yield
    yield [6, [7, 8]]
    yield []
  end
end

class Keyed
  def []=(*list, **options)
    $stored = [list, options]
  end

  def +(other, k: 0) = [:plus, other, k]
  def -(other, &block) = [:minus, other, block&.call]
  def ==(other, k: 0) = [:same, other, k]
  def /(other, *more, k: 0, &block) = [:over, other, more, k, block&.call]
  def echo(value = :none) = value
  def own = [self&.echo, self&.echo(3), self&.class]
end

class NilClass
  def own = self&.echo
end

class Outer
  def call(*list, **options, &block) = [list, options, block&.call]
end

{
  "keyword" => "k: 1", "required keyword" => "k:", "rest" => "*r", "rest and keyword" => "*r, k: 1",
  "post" => "*r, a, k: 1", "keywords" => "**o", "all" => "a, b = 2, *r, c, k: 1, **o", "all and block" => "a, *r, k: 1, &b"
}.each do |name, parameters|
  inner = Class.new(Outer) { class_eval "def call(#{parameters}) = super" }
  nested = Class.new(Outer) { class_eval "def call(#{parameters}) = [1].map { [2].map { super } }" }
  arguments = parameters.start_with?("a, b") ? [1, 2, 3, 4] : parameters.match?(/\*r|a,/) ? [1, 2] : []
  options = parameters.match?(/k:|\*\*o/) ? { k: 5 } : {}
  [inner, nested].each do |type|
    puts "#{name}: #{[type.new.call(*arguments, **options), type.new.call(*arguments, **options) { 7 }].inspect.gsub(/:k=>/, "k: ")}"
  end
end

# Literals without use are evaluated.
show "[note(1), note(2)]; 3"
show "[note(1), *note([2]), [note(3)]]; 3"
show "({ note(:a) => note(1), b: note(2) }); 3"
show "x = { **note({}) }; { **note({}), a: note(1) }.size; x.size"
show "%W[\#{note(1)} b]; %I[\#{note(2)}]; 3"
show "[[note(1)], ({ a: [note(2)] })]; 3"
show "def self.empty = [note(1)]; empty; [note(2)] if true; 4"

# Literals are merged only where nothing comes between them.
show "x = true; (x ? 'a' : 'b') + 'c'"
show "x = nil; (x ? 'a' : 'b') + 'c' + 'd'"
show "x = 1; (x && 'a') + 'c'"
show "x = nil; (x || 'a') + 'c'"
show "x = 2; (case x when 1 then 'a' when 2 then 'b' end) + 'c'"
show "(begin; raise 'x'; rescue; 'a'; end) + 'c'"
show "x = 1; 'q' + (x ? 'a' : 'b') + 'c'"
show "x = 1; [(x ? 1 : 2) + 3, (x ? 1 : 2) * 3, (x ? 6 : 2) - 3, (x ? 6 : 2) / 3, -(x ? 1 : 2), (x ? 1 : 2) << 3]"
show "list = %I[a b]; text = 'a' + 'q'; more = 'b' + 'r'; [list, text, more]"
show "name = :\"\#{'a'}\"; text = 'a' + 'q'; [name, text]"
show "first = 'q' + 'a'; names = %I[a b]; [first, names, 'a' + 'q', 'a' + 'b', 'q' + 'a']"

# Conditions that are constant, and patterns beside literals of every size.
show "case; when nil, *[nil, false] then 1 else 2 end"
show "case; when *[nil, 1] then 1 else 2 end"
show "case; when *(1..2) then 1 else 2 end"
show "case; when *[] then 1 else 2 end"
show "x = 1; case when x, false then 1 else 2 end"
show "case 5; in String if true then 1 else 2 end"
show "case 5; in String | Symbol if 1 then 1; in Integer unless nil then 2 end"
show "case [5, 6]; in [String, a] if 1 then 1; in [a, b] if nil then 2; in _ then 3 end"
(30..70).each do |size|
  list = "[#{Array.new(size, 1).join(", ")}]"
  show "case #{list}; in [_x] | Array => all then all.size end"
  show "#{list} in [_x]; 5"
  show "case #{list}; in [_x] then 1; in [_x, *] | String then 2 end"
  show "(#{list} => [_x]) rescue :none"
end

# Loops that run once, and ways out of what is around them.
show "[1, (begin; note(5); end while false), 2]"
show "[1, (begin; note(5); end until true), 2]"
show "[1, (begin; note(5); break 7; end while false), 2]"
show "[1, (begin; next; note(5); end until true), 2]"
show "[1, 2].each { |x| begin; break 9; end while false; note(x) }"
show "i = 0; [1, (begin; i += 1; next if i < 3; note(i); end while i < 4), 2]"
show "i = 0; while i < 3; i += 1; begin; next; rescue; end; note(i); end; i"
show "i = 0; while i < 3; i += 1; begin; raise 'x'; rescue; next; end; note(i); end; i"
show "i = 0; until i == 3; i += 1; begin; next if i == 2; note(i); rescue; end; end; i"
show "i = 0; while i < 4; i += 1; begin; next if i.odd?; note(i); rescue; note(:no); ensure; note(:last); end; end; i"
show "i = 0; while i < 4; i += 1; begin; begin; next if i.odd?; ensure; note([i]); end; rescue; end; note(i); end; i"
show "i = 0; begin; i += 1; begin; next; rescue; end; end while i < 3; i"
show "(1..2).map { |x| i = 0; while i < 3; i += 1; begin; next; rescue; end; end; x }"
show "(1..3).map { |x| begin; next x * 2 if x == 2; x; rescue; end }"
show "(1..3).map { |x| i = 0; while (i += 1) < 3; begin; next if x == 2; note([x, i]); rescue; end; end; i }"
show "i = 0; while (i += 1) < 4; note((begin; next if i == 2; 5; rescue; 6; end)); end"
show "i = 0; while (i += 1) < 4; case i; when 2 then begin; next; rescue; end; end; note(i); end"
show "for i in 1..4; begin; next if i == 2; note(i); rescue; end; end"
show "i = 0; loop { i += 1; break if i > 4; begin; next if i == 2; note(i); rescue; end }"
show "i = 0; while i < 3; i += 1; begin; break i if i == 2; rescue; end; end"

# A `for` takes apart what a block does.
show "for a in Several.new; note(a); end; 1"
show "for a, b in Several.new; note([a, b]); end; 1"
show "for a, *b in Several.new; note([a, b]); end; 1"
show "for *a in Several.new; note(a); end; 1"
show "for *a, b in Several.new; note([a, b]); end; 1"
show "for a, (b, c) in Several.new; note([a, b, c]); end; 1"
show "for a, b in { x: 1, y: 2 }; note(b); end; 1"
show "for $a, @b in [[1, 2]]; end; [$a, @b]"
show "[5].each { for x in [2]; note(_1); end }; 1"
show "[5].map { for x in [2]; for y in [3]; z = _1; end; end; z }"
show "[[5, 6]].map { for x in [2]; z = [_1, _2, x]; end; z }"

# Calls with keywords and blocks where an operator stands, and on oneself.
show "a = Keyed.new; [a.+(1, k: 5), a.-(1) { 7 }, a.==(1, k: 5), a./(1, k: 5), a./(1) { 8 }, a./(1, &-> { 9 })]"
show "a = Keyed.new; [a + 1, a - 1, a == 1, a / 1, a.+(*[1]), a./(*[1, 2], k: 3)]"
show "[Keyed.new.own, nil.own, self&.class]"
show "Keyed.new[1] = 3; $stored"
show "Keyed.new[*[1, 2]] = 3; $stored"

# More values than one byte or sixteen places hold.
[15, 16, 17, 18, 40].each do |size|
  names = Array.new(size) { |i| "b#{i}" }.join(", ")
  show "#{names} = #{Array.new(size) { |i| i }.join(", ")}, note(:more), note(:most); [b0, b#{size - 1}]"
  show "#{names} = #{Array.new(size - 1) { |i| i }.join(", ")}; [b0, b#{size - 1}]"
end
[254, 255, 256, 257, 300, 513].each do |size|
  values = Array.new(size) { |i| i }.join(", ")
  show "a, *b = #{values}; [a, b.size, b.last]"
  show "*b = #{values}; [b.size, b.first, b.last]"
  show "a, *b, c, d = #{values}; [a, b.size, b.last, c, d]"
  show "a, (b, *c), *d = 1, [#{values}], #{values}; [a, b, c.size, d.size, d.last]"
  show "#{Array.new(size) { |i| "@v#{i}" }.join(", ")} = #{values}; [@v0, @v#{size - 1}]"
  show "[#{values}].then { |a, *b| [a, b.size] }"
  show "{ #{Array.new(size) { |i| "#{i} => #{i}" }.join(", ")} }.then { |h| [h.size, h.keys.last] }"
  show "[{ #{Array.new(size) { |i| "k#{i}: #{i}" }.join(", ")}, **{ z: 1 }, y: 2 }].map(&:size)"
end
show "x = 7; i = 0; code = 'i += 1; i < 200 ? eval(code) : (x += 1)'; [eval(code), x]"

# Strings that are counted up to one of another length.
[%w[a az], %w[a aa], %w[b aa], %w[Zz AAb], %w[a9 b2], %w[08 11], %w[a a], %w[y ac], ["", "a"], %w[zz a]].each do |from, to|
  show "('#{from}'..'#{to}').to_a"
  show "('#{from}'...'#{to}').to_a.size"
  show "'#{from}'.upto('#{to}').to_a.last(2)"
end

# Text in literals.
['"\u{FFFFFFFF}"', '"\u{80000000}"', '"\u{110000}"', '"\u12"', '"\u12G4"', ':"\u{FFFFFFFF}"', '"\u{1F600 61}"', '"\u0041"'].each do |literal|
  show literal
end
show "<<~E\n  \\u3042\\\n  b\nE\n"
show "<<~E\n  \\u{3042 3043}c\\\n    b\\\n  d\nE\n"
show "<<~E\n    \\u3042\\\n  b\n   c\nE\n"
show "<<~E\n  a\\tx\\\n  b\nE\n"
