# == Rules
# public, private, protected, and what respond_to?, send and public_send do about them.
class Vault
  attr_writer :code
  private attr_reader :code
  protected attr_accessor :level

  def initialize(code, level) = (@code, @level = code, level)
  def same?(other) = code_matches?(other)
  def higher?(other) = level > other.level
  def reset = self.code = 0
  public

  def open(try) = try == code ? unlock : alarm

  private

  def unlock = "open"
  def alarm = "alarm"
  def code_matches?(other) = other.is_a?(Vault) && other.send(:code) == code

  class << self
    def build(...) = new(...)

    private

    def hidden = 1
  end
end
v = Vault.build(7, 2)
w = Vault.new(7, 1)
puts v.open(7), v.open(1), v.same?(w), v.higher?(w), v.reset, v.open(0)
[:code, :level, :alarm, :unlock, :hidden_thing].each do |name|
  result = begin
    v.public_send(name)
  rescue NoMethodError => e
    "#{e.class} #{e.name}"
  end
  puts "#{name}: #{result} #{v.respond_to?(name)} #{v.respond_to?(name, true)}"
end
puts v.send(:alarm), v.__send__(:level), Vault.respond_to?(:hidden), Vault.private_instance_methods(false).sort.inspect, Vault.protected_instance_methods.sort.inspect
puts Vault.public_method_defined?(:open), Vault.private_method_defined?(:alarm), Vault.method_defined?(:alarm), Vault.instance_methods(false).include?(:level)
class Opened < Vault
  public :alarm
  def try_private = unlock
  def try_self = self.unlock
end
o = Opened.new(1, 1)
puts o.alarm, o.try_private, o.try_self, v.respond_to?(:alarm)
module Helper
  def self.included(base) = base.extend(ClassSide)
  module ClassSide
    def shortcut = new.send(:helper)
  end

  private

  def helper = "helped #{self.class}"
end
class Uses; include Helper; end
puts Uses.shortcut, (Uses.new.helper rescue "private helper"), Uses.new.respond_to?(:helper)
def top_level = "top"
puts top_level, (1.top_level rescue "private on Object"), Object.private_method_defined?(:top_level), self.to_s, self.class
class Meta
  %w[a b].each { |n| define_method("get_#{n}") { n } }
  private(*%i[get_b])
  private define_method(:inner) { 5 }
  def outer = inner + get_b.size
end
puts Meta.new.get_a, Meta.new.outer, (Meta.new.get_b rescue "private b"), (Meta.new.inner rescue "private inner")

# == Sections and setters
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
