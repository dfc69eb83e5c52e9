# An inventory replayed from events, with snapshots and undo.
Event = Struct.new(:kind, :sku, :count, :at) do
  def to_s = "#{at}: #{kind} #{count}x#{sku}"
end

class Inventory
  class OutOfStock < StandardError
    attr_reader :sku, :missing

    def initialize(sku, missing)
      @sku = sku
      @missing = missing
      super("#{missing} more of #{sku} needed")
    end
  end

  def initialize
    @stock = Hash.new(0)
    @log = []
    @listeners = Hash.new { |h, k| h[k] = [] }
  end

  def on(kind, &listener)
    @listeners[kind] << listener
    self
  end

  def receive(sku, count, at:) = apply(Event.new(:receive, sku, count, at))

  def ship(sku, count, at:)
    missing = count - @stock[sku]
    raise OutOfStock.new(sku, missing) if missing.positive?

    apply(Event.new(:ship, sku, count, at))
  end

  def undo
    event = @log.pop or return
    @stock[event.sku] -= event.kind == :receive ? event.count : -event.count
    event
  end

  def level(sku) = @stock[sku]
  def history(sku) = @log.select { |e| e.sku == sku }.map(&:to_s)
  def low(limit) = @stock.select { |_, n| n < limit }.keys.sort

  private

  def apply(event)
    @stock[event.sku] += event.kind == :receive ? event.count : -event.count
    @log << event
    @listeners[event.kind].each { |l| l.call(event, @stock[event.sku]) }
    self
  end
end

inv = Inventory.new
inv.on(:ship) { |e, left| puts "shipped #{e.count} #{e.sku}, #{left} left" }
   .on(:receive) { |e, _| puts "got #{e.count} #{e.sku}" if e.count > 5 }
inv.receive("bolt", 10, at: 1).receive("nut", 4, at: 2).ship("bolt", 3, at: 3)
begin
  inv.ship("nut", 9, at: 4)
rescue Inventory::OutOfStock => e
  puts e.message, e.sku, e.missing
end
puts inv.history("bolt"), inv.low(5).inspect, inv.undo.to_s, inv.level("bolt")
puts inv.undo.sku, inv.level("nut"), inv.undo.kind, inv.undo.inspect
inv.send(:apply, Event.new(:receive, "x", 1, 9))
puts inv.level("x")
puts inv.respond_to?(:apply), Inventory::OutOfStock.ancestors.include?(StandardError)
