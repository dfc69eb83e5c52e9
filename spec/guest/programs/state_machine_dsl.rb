# frozen_string_literal: true

module StateMachine
  class InvalidTransition < StandardError
    def initialize(object, event) = super("#{object.class} cannot #{event.to_s.tr('_', ' ')} while #{object.state}")
  end
  Transition = Struct.new(:from, :to, :guard, :after)

  def self.included(base)
    base.extend(Macros)
    base.singleton_class.attr_accessor :machine
    base.machine = { events: Hash.new { |h, k| h[k] = [] }, states: [], hooks: Hash.new { |h, k| h[k] = [] } }
  end

  module Macros
    def inherited(child)
      super
      child.machine = machine
    end

    def state(*names, initial: false)
      machine[:states] |= names
      machine[:initial] = names.first if initial
      names.each { |name| define_method(:"#{name}?") { state == name } }
    end

    def event(name, &block)
      builder = Object.new
      events = machine[:events]
      builder.define_singleton_method(:move) do |from: nil, to:, if: nil, &after|
        events[name] << Transition.new(Array(from), to, binding.local_variable_get(:if), after)
      end
      builder.instance_eval(&block)
      define_method(:"can_#{name}?") { !find_transition(name).nil? }
      define_method(:"#{name}!") { |*args| fire(name, *args) || raise(InvalidTransition.new(self, name)) }
      define_method(name) { |*args| !!fire(name, *args) }
    end

    def on_enter(*states, &hook) = states.each { |s| machine[:hooks][s] << hook }
  end

  def state = @state ||= self.class.machine[:initial]
  def history = @history ||= [state]

  private

  def find_transition(event)
    self.class.machine[:events][event].find { |t| (t.from.empty? || t.from.include?(state)) && (t.guard.nil? || instance_exec(&t.guard)) }
  end

  def fire(event, *args)
    transition = find_transition(event) or return
    history
    @state = transition.to
    history << state
    instance_exec(*args, &transition.after) if transition.after
    self.class.machine[:hooks][state].each { |hook| instance_exec(self, &hook) }
    self
  end
end

class Order
  include StateMachine
  attr_reader :log
  attr_accessor :items

  state :cart, initial: true
  state :placed, :paid, :shipped, :cancelled

  event :place do
    move from: :cart, to: :placed, if: -> { items.positive? }
  end
  event(:pay) { move(from: :placed, to: :paid) { |amount| @log << "paid #{amount}" } }
  event(:ship) { move from: :paid, to: :shipped }
  event :cancel do
    move from: %i[cart placed], to: :cancelled
    move(from: :paid, to: :cancelled) { @log << "refund" }
  end
  on_enter(:shipped, :cancelled) { |order| order.log << "mail: #{order.state}" }

  def initialize(items) = (@items, @log = items, [])
end
class Express < Order
  event(:ship) { move from: :placed, to: :shipped }
end

order = Order.new(2)
p order.state, order.cart?, order.can_place?, order.can_pay?, order.pay, order.place!.class, order.pay!(99).paid?, order.ship, order.log, order.history, order.cancel
begin
  order.cancel!
rescue StateMachine::InvalidTransition => e
  puts e.message
end
empty = Order.new(0)
p empty.place, empty.can_place?, empty.tap { |o| o.items = 1 }.place, empty.pay!(5).cancel!.log, empty.history.join(" > ")
fast = Express.new(1)
p fast.place!.ship!.state, Order.machine[:states], Order.machine[:events].keys, Order.public_instance_methods(false).grep(/\Acan_/).sort

TURNSTILE = { locked: { coin: :unlocked, push: :locked }, unlocked: { coin: :unlocked, push: :locked } }.freeze
p %i[push coin coin push push].each_with_object([:locked]) { |ev, path| path << TURNSTILE.dig(path.last, ev) }
accept = lambda do |word|
  table = { even: { "a" => :odd, "b" => :even }, odd: { "a" => :even, "b" => :odd } }
  word.each_char.inject(:even) { |s, c| table[s].fetch(c) { return :rejected } }
end
p accept.("abba"), accept.("ab"), accept.("abc"), accept.("")
light = [:green, :yellow, :red].cycle
durations = { green: 3, yellow: 1, red: 2 }
puts (1..12).each_with_object([light.next, 0, +""]) { |_, s| s[2] << s[0][0]; s[1] += 1; (s[0] = light.next; s[1] = 0) if s[1] == durations[s[0]] }.last
vm = Enumerator.new do |y|
  state = :idle
  loop do
    input = y.yield(state)
    state = case [state, input]
            in [:idle, _] then :running
            in [:running, _] then :stopped
            else break
            end
  end
end
p vm.next, vm.next, vm.next, (vm.next rescue "finished")
