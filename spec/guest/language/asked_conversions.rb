# Assignments and blocks ask respond_to? of what defines it, and to_ary once.
class Asked
  def initialize(answer) = @answer = answer

  def respond_to?(name, all = false)
    puts "#{name} #{all}"
    @answer
  end

  def to_ary
    puts "to_ary"
    [1, 2]
  end

  def to_a
    puts "to_a"
    [3]
  end
end

no, yes = Asked.new(false), Asked.new(true)
a, b = no
p a.equal?(no), b
a, b = yes
p a, b
p [*no].size, [*yes]
[no].each { |x, y| p y }
[yes].each { |x, y| p y }

class Empty
  def to_ary = (puts "asked"; nil)
  def to_a = nil
end
a, (b, c), d = Empty.new, Empty.new
p b.class, c, d
a, b, c = Empty.new
p a.class, b, c
*a, b = Empty.new
p a, b.class
p [*Empty.new].size

class Wrong
  def to_ary = 1
  def to_a = 2
end
begin
  a, b = Wrong.new
rescue TypeError => e
  puts e.message
end
begin
  [*Wrong.new]
rescue TypeError => e
  puts e.message
end
a, b = nil
p a, b
a, b, *c = 5
p a, b, c
p [*nil], [*1], [*1..3], [*{ a: 1 }]
