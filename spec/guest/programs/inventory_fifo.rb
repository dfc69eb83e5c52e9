# frozen_string_literal: true

# Stock valued by FIFO, LIFO and average cost.
class Stock
  Lot = Struct.new(:quantity, :cost)
  class OutOfStock < RuntimeError; end

  def self.strategies = @strategies ||= {}
  def self.strategy(name, &take) = strategies[name] = take

  strategy(:fifo) { |lots, &consume| consume.(lots.first) }
  strategy(:lifo) { |lots, &consume| consume.(lots.last) }
  strategy(:average) do |lots, &consume|
    total = lots.sum(&:quantity)
    cost = lots.sum { |lot| lot.quantity * lot.cost } / total
    lots.replace([Lot.new(total, cost)])
    consume.(lots.first)
  end

  attr_reader :name, :sold_cost

  def initialize(name, by: :fifo)
    @name = name
    @take = self.class.strategies.fetch(by)
    @lots = []
    @sold_cost = 0r
  end

  def buy(quantity, cost)
    @lots << Lot.new(quantity, cost.to_r)
    self
  end

  def sell(quantity)
    raise OutOfStock, "#{name}: wanted #{quantity}, have #{on_hand}" if quantity > on_hand

    until quantity.zero?
      @take.call(@lots) do |lot|
        taken = [lot.quantity, quantity].min
        lot.quantity -= taken
        quantity -= taken
        @sold_cost += taken * lot.cost
        @lots.delete_if { |l| l.quantity.zero? }
      end
    end
    self
  end

  def on_hand = @lots.sum(&:quantity)
  def value = @lots.sum(0r) { |lot| lot.quantity * lot.cost }
  def to_s = format("%-8s %4d on hand, worth %9.2f, sold for %9.2f", name, on_hand, value, sold_cost)
end

movements = <<~TEXT
  buy 100 2.00
  buy 50 2.60
  sell 120
  buy 80 "3.10"
  sell 30
  # a comment
  sell 500
  give 3
TEXT

def play(stock, movements)
  movements.each_line(chomp: true).with_index(1) do |line, number|
    case line.delete('"').split
    in ["#", *] then next
    in ["buy", /\A\d+\z/ => quantity, cost] then stock.buy(quantity.to_i, cost)
    in ["sell", quantity] then stock.sell(Integer(quantity))
    in [word, *rest] then raise ArgumentError, "line #{number}: cannot #{word} #{rest.join(' ')}"
    end
  rescue Stock::OutOfStock => e
    puts "line #{number}: #{e.message}"
  end
rescue ArgumentError => e
  puts e.message
ensure
  puts stock
end
Stock.strategies.each_key { |method| play(Stock.new(method.to_s, by: method), movements) }
begin
  Stock.new("x", by: :random)
rescue KeyError => e
  puts e.message
end
s = Stock.new("tea", by: :average).buy(3, 1).buy(6, "2.5").sell(4)
p s.value, s.on_hand, s.sold_cost, s.value + s.sold_cost, s.sold_cost.class, s.value.to_f.round(3), (s.value / 7).rationalize(1/100r)

reorder = { "tea" => { have: 5, min: 10, pack: 6 }, "milk" => { have: 12, min: 10, pack: 4 }, "rice" => { have: 0, min: 7, pack: 5 } }
orders = reorder.filter_map do |name, level|
  level => { have:, min:, pack: }
  next if have >= min

  packs = (min - have).fdiv(pack).ceil
  [name, packs, packs * pack]
end
orders.each { |name, packs, units| puts "order #{packs} pack#{'s' if packs != 1} of #{name} (#{units} units)" }
abc = { a: 5000, b: 3000, c: 1500, d: 300, e: 200 }
total = abc.values.sum
sum = 0
classes = abc.sort_by { -_2 }.to_h { |name, v| [name, case (sum += v).fdiv(total) when ..0.8 then "A" when ..0.95 then "B" else "C" end] }
puts classes.map { |k, v| "#{k}#{v}" }.join(" "), classes.group_by(&:last).map { |k, v| "#{k}=#{v.size}" }.join(",")
