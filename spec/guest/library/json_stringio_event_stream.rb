# Needs Ruby 3.3: its standard library
require 'json'
require 'stringio'

STREAM = StringIO.new(<<~NDJSON)
  {"type":"open","id":1,"at":0}
  {"type":"add","id":1,"at":5,"payload":{"sku":"A","qty":2}}
  not json at all
  {"type":"add","id":1,"at":9,"payload":{"sku":"B"}}

  {"type":"pay","id":1,"at":12,"payload":{"amount":19.9}}
  {"type":"teleport","id":2}
  [1,2]
NDJSON

Event = Data.define(:type, :id, :at, :payload) do
  def self.from(hash)
    new(**{ at: nil, payload: {} }.merge(hash))
  end
end

class Projection
  attr_reader :orders, :errors

  def initialize
    @orders = Hash.new { |h, k| h[k] = { items: Hash.new(0), state: :none } }
    @errors = []
  end

  def consume(io)
    io.each_line(chomp: true) do |line|
      next if line.empty?

      apply(Event.from(JSON.parse(line, symbolize_names: true)))
    rescue JSON::ParserError
      @errors << "line #{io.lineno}: not JSON"
    rescue NoMatchingPatternError, TypeError, NoMethodError => e
      @errors << "line #{io.lineno}: #{e.class}"
    end
    self
  end

  private

  def apply(event)
    order = @orders[event.id]
    case event
    in { type: 'open' } then order[:state] = :open
    in { type: 'add', payload: { sku:, qty: Integer => qty } } then order[:items][sku] += qty
    in { type: 'add', payload: { sku: } } then order[:items][sku] += 1
    in { type: 'pay', payload: { amount: Numeric => amount } } then order.update(state: :paid, amount:)
    end
  end
end

result = Projection.new.consume(STREAM)
result.orders.each { |id, o| puts "order #{id}: #{o[:state]} #{JSON.generate(o[:items])} #{o[:amount].inspect}" }
puts result.errors
p Event.from({ type: 'x', id: 1 })
out = StringIO.new
JSON.dump(result.orders[1], out)
p out.string
p JSON.parse(out.string).keys, STREAM.lineno, STREAM.eof?
begin
  Event.from({ type: 'x', id: 1, colour: 'red' })
rescue ArgumentError => e
  puts e.message
end
