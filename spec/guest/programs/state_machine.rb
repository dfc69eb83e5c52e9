class StateMachine
  class InvalidTransition < StandardError; end

  def self.states(*names, initial:)
    @states = names
    @initial = initial
    names.each { |name| define_method(:"#{name}?") { state == name } }
  end

  def self.event(name, &block)
    transitions[name] = Builder.new.tap { |b| b.instance_eval(&block) }.rules
    define_method(name) { |*args| fire(name, *args) }
    define_method(:"can_#{name}?") { self.class.transitions[name].any? { |from, _| from == state } }
  end

  def self.transitions = @transitions ||= {}
  def self.initial = @initial
  def self.state_list = @states

  class Builder
    attr_reader :rules

    def initialize = @rules = {}

    def move(from:, to:, **options)
      Array(from).each { |state| @rules[state] = [to, options[:if], options[:then]] }
    end
  end

  attr_reader :state, :log

  def initialize
    @state = self.class.initial
    @log = []
  end

  private

  def fire(name, *args)
    to, guard, action = self.class.transitions[name][state]
    raise InvalidTransition, "cannot #{name} while #{state}" unless to
    raise InvalidTransition, "#{name} refused" if guard && !instance_exec(*args, &guard)

    @log << "#{state}->#{to}"
    @state = to
    instance_exec(*args, &action) if action
    self
  end
end

class Turnstile < StateMachine
  states :locked, :open, :broken, initial: :locked

  attr_reader :coins

  event :insert do
    move from: :locked, to: :open, if: ->(coin = 1) { coin >= 1 }, then: ->(coin = 1) { @coins = @coins.to_i + coin }
  end
  event(:push) { move from: :open, to: :locked }
  event(:kick) { move from: %i[locked open], to: :broken }
end

t = Turnstile.new
puts t.state, t.locked?, t.can_insert?, t.can_push?
t.insert.push.insert(2)
puts t.state, t.coins, t.log.join(", ")
[-> { t.insert }, -> { t.kick }, -> { t.push }].each do |action|
  action.call
  puts "ok, now #{t.state}"
rescue StateMachine::InvalidTransition => e
  puts "error: #{e.message}"
end
u = Turnstile.new
begin
  u.insert(0)
rescue StateMachine::InvalidTransition => e
  puts e.message
end
puts u.state, Turnstile.state_list.inspect, Turnstile.transitions.keys.inspect, u.respond_to?(:kick), u.coins.inspect

LIGHTS = { green: [:yellow, 3], yellow: [:red, 1], red: [:green, 2] }.freeze
light = :red
puts Array.new(6) { |_| name, wait = LIGHTS[light]; light = name; "#{light}(#{wait})" }.join(" -> ")
