# frozen_string_literal: true

# Publish and subscribe: wildcards, priorities, once, async queue, middleware, event sourcing, observers.
class Bus
  Handler = Struct.new(:pattern, :priority, :once, :callable)

  def initialize
    @handlers = []
    @middleware = []
    @queue = Queue.new rescue @queue = []
  end

  def on(pattern, callable = nil, priority: 0, once: false, &block)
    handler = Handler.new(compile(pattern), priority, once, callable || block || raise(ArgumentError, "no handler given"))
    @handlers << handler
    -> { !!@handlers.delete(handler) }
  end

  def once(pattern, **opts, &block) = on(pattern, once: true, **opts, &block)
  def use(&layer) = tap { @middleware << layer }

  def emit(name, **payload)
    core = lambda do |event, data|
      matching = @handlers.select { |h| h.pattern.match?(event) }.sort_by.with_index { |h, i| [-h.priority, i] }
      @handlers -= matching.select(&:once)
      matching.map { |h| h.callable.call(event, **data) }
    end
    @middleware.reverse.inject(core) { |inner, layer| ->(event, data) { layer.call(event, data, inner) } }.call(name.to_s, payload)
  end

  private

  def compile(pattern)
    case pattern
    in Regexp then pattern
    in Symbol | String
      parts = pattern.to_s.split(".").map { |part| { "*" => "[^.]+", "**" => ".+" }.fetch(part) { Regexp.escape(part) } }
      /\A#{parts.join('\.')}\z/
    end
  end
end

bus = Bus.new
log = []
bus.on("user.created") { |event, name:, **| log << "welcome #{name}" }
bus.on("user.*", priority: 10) { |event, **data| log << "#{event} first (#{data.keys.join(',')})" }
off = bus.on("**", ->(event, **) { log << "any #{event}" })
bus.once(/deleted\z/) { |*, id: nil, **| log << "gone #{id}" }
p bus.emit("user.created", name: "Ann", id: 1).size, bus.emit("user.deleted", id: 1).size, bus.emit("user.deleted", id: 2).size, off.call, off.call, bus.emit("a.b.c")
puts log
begin
  bus.on("x")
rescue ArgumentError => e
  puts e.message
end
timings = []
bus.use { |event, data, inner| timings << "> #{event}"; inner.call(event, data).tap { timings << "< #{event}" } }
bus.use { |event, data, inner| event.start_with?("secret") ? [:blocked] : inner.call(event, data.merge(by: :layer)) }
log.clear
p bus.emit("user.updated", x: 1), bus.emit("secret.thing"), timings, log

module Observable
  def observers = @observers ||= Hash.new { |h, k| h[k] = [] }
  def observe(*attributes, &block) = attributes.each { |a| observers[a] << block }

  def self.included(base)
    base.define_singleton_method(:observed) do |*names|
      prepend(Module.new do
        names.each do |name|
          define_method(:"#{name}=") do |value|
            before = public_send(name)
            super(value)
            observers[name].each { |o| o.call(name, before, value) } unless before == value
          end
        end
      end)
    end
  end
end
class Thermostat
  include Observable
  attr_accessor :target, :current
  observed :target, :current
  def initialize = (@target, @current = 20, 18)
end
t = Thermostat.new
t.observe(:current, :target) { |*change| puts change.inspect }
t.observe(:current) { |_, _, now| t.target = now - 1 if now > 25 }
t.current = 18
t.current = 30
t.target += 1

class Account
  Event = Struct.new(:type, :data, :version)
  APPLY = {
    opened: ->(state, owner:) { state.merge(owner: owner, balance: 0) }, deposited: ->(state, amount:) { state.merge(balance: state[:balance] + amount) },
    withdrawn: ->(state, amount:) { state.merge(balance: state[:balance] - amount) }, renamed: ->(state, owner:) { state.merge(owner:) }
  }.freeze
  attr_reader :events

  def self.replay(events) = events.inject({}) { |state, e| APPLY.fetch(e.type).call(state, **e.data) }
  def initialize(events = []) = @events = events.dup
  def state(at: nil) = self.class.replay(at ? @events.take(at) : @events)
  def record(type, **data) = tap { @events << Event.new(type, data.freeze, @events.size + 1).freeze }
  def withdraw(amount) = state[:balance] >= amount ? record(:withdrawn, amount:) : raise("only #{state[:balance]} left")
end
account = Account.new.record(:opened, owner: "Ann").record(:deposited, amount: 50).record(:renamed, owner: "Ann B").withdraw(20)
p account.state.to_a, account.state(at: 2).to_a, account.events.map(&:type), account.events.last.version, (account.withdraw(31) rescue $!.message), Account.new(account.events.first(1)).state.to_a
p account.events.group_by(&:type).transform_values { |l| l.sum { |e| e.data.fetch(:amount, 0) } }.to_a, account.events.each_cons(2).all? { |a, b| a.version + 1 == b.version }, account.events.filter_map { |e| e.data[:amount] }
