require 'observer'

class Ticker
  include Observable
  attr_reader :symbol, :price

  def initialize(symbol, price)
    @symbol, @price = symbol, price
  end

  def price=(value)
    old, @price = @price, value
    changed unless old == value
    notify_observers(symbol, old, value)
  end
end

class Logbook
  attr_reader :lines
  def initialize = @lines = []
  def update(symbol, old, new) = @lines << format('%s %.2f -> %.2f (%+.1f%%)', symbol, old, new, (new - old) * 100.0 / old)
end

class Alarm
  def initialize(limit) = @limit = limit

  def check(symbol, _old, new)
    puts "ALARM #{symbol} above #{@limit}: #{new}" if new > @limit
  end
end

ticker = Ticker.new('ACME', 10.0)
log = Logbook.new
alarm = Alarm.new(12)
ticker.add_observer(log)
ticker.add_observer(alarm, :check)
p ticker.count_observers

[10.5, 10.5, 12.75, 9].each { |x| ticker.price = x }
puts log.lines

ticker.delete_observer(alarm)
ticker.price = 20
p ticker.count_observers, ticker.changed?
ticker.changed
p ticker.changed?
ticker.changed(false)
ticker.notify_observers('X', 1.0, 2.0)
p log.lines.size

begin
  ticker.add_observer(Object.new)
rescue NoMethodError => e
  puts e.message
end
begin
  ticker.add_observer(log, :frobnicate)
rescue NoMethodError => e
  puts e.message
end
ticker.delete_observers
p ticker.count_observers
