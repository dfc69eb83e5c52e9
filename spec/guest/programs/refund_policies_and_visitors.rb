# frozen_string_literal: true

# Design patterns as Rubyists write them: visitor by double dispatch, strategy, decorator, composite, chain, null object, command, registry.
module Shape
  def accept(visitor) = visitor.public_send(:"visit_#{self.class.name.split('::').last.downcase}", self)
end
Circle = Struct.new(:r) { include Shape }
Rect = Struct.new(:w, :h) { include Shape }
Group = Struct.new(:items) do
  include Shape
  def self.of(*items) = new(items)
end
class Area
  def visit_circle(c) = (Math::PI * c.r**2).round(2)
  def visit_rect(r) = r.w * r.h
  def visit_group(g) = g.items.sum { |i| i.accept(self) }
end
class Printer
  def initialize = @depth = 0
  def visit_circle(c) = line("circle r=#{c.r}")
  def visit_rect(r) = line("rect #{r.w}x#{r.h}")
  def visit_group(g)
    [line("group"), *indented { g.items.map { |i| i.accept(self) } }].join("\n")
  end

  private

  def line(s) = "#{'  ' * @depth}#{s}"
  def indented = (@depth += 1; yield).tap { @depth -= 1 }
end
scene = Group.of(Circle.new(1), Group.of(Rect.new(2, 3), Circle.new(0.5)), Rect.new(1, 1))
puts scene.accept(Area.new), scene.accept(Printer.new)

class Coffee
  def cost = 2.0
  def name = "coffee"
end
module Extras
  def self.with(label, price)
    Module.new do
      define_method(:cost) { super() + price }
      define_method(:name) { "#{super()} + #{label}" }
    end
  end
  Milk = with("milk", 0.5)
  Sugar = with("sugar", 0.25)
end
cup = Coffee.new.extend(Extras::Milk).extend(Extras::Sugar)
puts cup.name, cup.cost, cup.singleton_class.ancestors.first(3).last == Extras::Milk, Coffee.new.cost

class Handler
  attr_writer :successor
  def self.chain(*handlers) = handlers.each_cons(2) { |a, b| a.successor = b }.then { handlers.first }
  def initialize(name, limit, &policy) = (@name, @limit, @policy = name, limit, policy || ->(amount) { amount <= limit })
  def handle(amount, trail = [])
    trail += [@name]
    return "#{amount} refunded by #{@name} via #{trail.join('>')}" if @policy.(amount)

    @successor ? @successor.handle(amount, trail) : "#{amount} refused after #{trail.size} steps"
  end
end
desk = Handler.chain(Handler.new(:bot, 10), Handler.new(:clerk, 100), Handler.new(:boss, 1000) { |a| a <= 1000 && a.even? })
puts [5, 50, 500, 501, 5000].map { |a| desk.handle(a) }

class NullUser
  def name = "guest"
  def admin? = false
  def method_missing(name, *) = name.end_with?("?") ? false : nil
  def respond_to_missing?(*) = true
  def nil? = true
  def to_s = name
end
User = Struct.new(:name, :role) { def admin? = role == :admin }
find = ->(n) { { "ann" => User.new("Ann", :admin), "bob" => User.new("Bob", :user) }.fetch(n) { NullUser.new } }
puts %w[ann bob zed].map { |n| u = find[n]; "#{u.name} #{u.admin?} #{u.nil?}" }, find["q"].anything?.inspect, find["q"].foo(1).inspect, "#{find['q']}"

module Plugins
  @all = {}
  class << self
    attr_reader :all
    def register(name, **options, &block) = all[name] = options.merge(run: block)
    def [](name) = all.fetch(name) { |k| raise KeyError, "no plugin #{k}, only #{all.keys.sort.join(', ')}" }
    def run(input, *names) = names.sort_by { |n| -(self[n][:weight] || 0) }.inject(input) { |text, n| self[n][:run].call(text) }
  end
end
Plugins.register(:shout, weight: 1) { |t| t.upcase }
Plugins.register(:trim, weight: 9, &:strip)
Plugins.register(:twice) { |t| "#{t} #{t}" }
puts Plugins.run("  hey ", :twice, :shout, :trim), (Plugins[:nope] rescue $!.message)

class Account
  private_class_method :new
  def self.instance = @instance ||= new
  attr_accessor :balance
  class Memento
    attr_reader :state
    def initialize(state) = @state = state.dup.freeze
  end
  private_constant :Memento
  def save = Memento.new(balance:)
  def restore(memento)
    memento.state => { balance: Integer => old }
    self.balance = old
  end
end
account = Account.instance
account.balance = 10
saved = account.save
account.balance += 5
p account.balance
p account.restore(saved), account.balance, (Account::Memento rescue "hidden"), (Account.new rescue "private new"), Account.instance.equal?(account), Account.respond_to?(:new)
Command = Struct.new(:do, :undo)
stack = []
value = 1
run = ->(c) { c.do.call; stack.push(c) }
run[Command.new(-> { value += 4 }, -> { value -= 4 })]
run[Command.new(-> { value *= 3 }, -> { value /= 3 })]
p value, stack.reverse_each.map { |c| c.undo.call }, value
class Temperature
  def self.from(unit, &formula) = define_singleton_method(:"from_#{unit}") { |v| new(formula.(v)) }
  from(:celsius) { _1 }
  from(:fahrenheit) { (_1 - 32) * 5 / 9.0 }
  from(:kelvin) { _1 - 273.15 }
  attr_reader :c
  def initialize(c) = @c = c.round(2)
  def method_missing(name, *args) = name.to_s =~ /\Ain_(k|f)\z/ ? { "k" => @c + 273.15, "f" => @c * 9 / 5.0 + 32 }[$1].round(2) : super
  def respond_to_missing?(name, priv = false) = /\Ain_(k|f)\z/.match?(name) || super
end
t = Temperature.from_fahrenheit(212)
p t.c, t.in_k, t.in_f, t.respond_to?(:in_k), t.respond_to?(:in_x), Temperature.singleton_methods.sort, (t.in_x rescue $!.class), Temperature.from_kelvin(300).c
