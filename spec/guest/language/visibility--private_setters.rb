# Private and protected sections, variables in strings, trailing commas and returns out of blocks.
class Account
  @@count = 3
  attr_reader :open

  def set(value) = (self.x = value; @x)
  def count = "<#@@count>"
  def both = [hidden, made]
  def store = (self[1] = 2; @x)

  private

  attr_accessor :x
  attr_reader :hidden
  define_method(:made) { 1 }
  def []=(key, value)
    @x = [key, value]
  end
end
account = Account.new
p account.set(5), account.count, account.both, account.store, account.open
p %i[x hidden made].map { |name| account.public_send(name) rescue $!.class }

class Version
  protected attr_reader :number
  def initialize(number) = @number = number
  def <=>(other) = number <=> other.number
end
p Version.new(1) <=> Version.new(2), (Version.new(1).number rescue $!.class)

class Finder
  %w[a b].each { |name| define_method(name) { |rows| rows.each { |row| row.each { |x| return [name, x] if x > 1 } }; 0 } }
end
p Finder.new.a([[1, 2]]), Finder.new.b([[0]])

@n = 1
$g = 2
p "#@n", "#$g #@n!", "#@", "#1", '#@n', "#@n#@n", /a#@n/, %W[#@n a], :"#@n", "\#@n"
puts <<~TEXT
  a #@n b
    #$g
TEXT

p({ a: 1 }.map { |key,| key }, [[1, 2]].map { |a,| a }, proc { |a,| a }.call([1, 2]))

class Log
  def []=(*list)
    p list
  end
end
log = Log.new
log[1, *[2, 3]], x = 6, 7
log[*[1]] = 2
log[1], log[2] = 3, 4

list = [5, 6, 7, 8]
list.delete_if { |n| break if n > 7; n < 7 }
p list, x
list = [5, 6, 7, 8]
list.select! { |n| raise if n > 7; n < 6 } rescue p list
p list.reject! { false }, list.keep_if { true }, list.select!(&:odd?)
