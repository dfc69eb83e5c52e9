# Without the require of yaml
Machine = YAML.safe_load(<<~YAML, symbolize_names: true, freeze: true)
  initial: idle
  states:
    idle: {coin: ready}
    ready:
      push: dispensing
      refund: idle
      coin: ready
    dispensing: {done: idle, jam: broken}
    broken: {}
YAML

class Automat
  InvalidEvent = Class.new(StandardError)
  attr_reader :state, :history

  def initialize(spec)
    @spec = spec
    @state = spec[:initial].to_sym
    @history = [@state]
  end

  def fire(event)
    target = @spec[:states].fetch(state)[event] or
      raise InvalidEvent, "#{event} is not possible while #{state} (#{allowed.join(', ').then { |s| s.empty? ? 'nothing is' : s }})"
    @state = target.to_sym
    @history << @state
    self
  end

  def allowed = @spec[:states][state].keys
end

machine = Automat.new(Machine)
%i[coin coin push done push coin push jam coin].each do |event|
  machine.fire(event)
  puts "#{event} -> #{machine.state}"
rescue Automat::InvalidEvent => e
  puts e.message
end

p machine.history.tally
targets = Machine[:states].values.flat_map(&:values).map(&:to_sym).uniq
p Machine[:states].keys - targets - [Machine[:initial].to_sym]
p Machine[:states].select { |_, t| t.empty? }.keys
p Machine.frozen?, Machine[:states][:ready].frozen?
begin
  Machine[:states][:idle][:kick] = 'broken'
rescue FrozenError => e
  puts e.class
end
dot = Machine[:states].flat_map { |from, moves| moves.map { |event, to| "  #{from} -> #{to} [label=#{event}];" } }
puts 'digraph {', dot, '}'
puts YAML.dump(machine.history.last(3).map(&:to_s))
