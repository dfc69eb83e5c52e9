require 'bigdecimal'
require 'bigdecimal/util'

class FuelLog
  Entry = Struct.new(:km, :litres, :price_per_litre) do
    def cost = litres * price_per_litre
  end

  include Enumerable

  def initialize
    @entries = []
  end

  def add(km, litres, price)
    values = [km, litres, price].map { |v| BigDecimal(v) }
    raise ArgumentError, 'odometer went backwards' if @entries.any? && values[0] <= @entries.last.km

    @entries << Entry.new(*values)
    self
  end

  def each(&) = @entries.each(&)

  def consumption
    each_cons(2).map { |a, b| b.litres * 100 / (b.km - a.km) }
  end
end

log = FuelLog.new
log.add('45000', '38.2', '1.749').add('45612.5', '41.07', '1.699').add('46190', '35.5', '1.829')
['46000', 'n/a'].each do |km|
  log.add(km, '10', '1')
rescue ArgumentError => e
  puts "rejected: #{e.message}"
end

log.each { |e| puts format('%8s km %6s l %9s', e.km.to_s('F'), e.litres.to_s('F'), e.cost.round(2).to_s('F')) }
log.consumption.each { |c| puts "#{c.round(2).to_s('F')} l/100km" }
average = log.consumption.sum / log.consumption.size
puts "average #{average.round(3)}"
puts "spent #{log.sum(&:cost).round(2).to_digits}"
p log.first
p log.max_by(&:price_per_litre).price_per_litre
p log.minmax_by(&:litres).map { |e| e.litres.to_s }
p log.map(&:litres).sort, log.sum(&:litres).exponent
p log.to_a.size, log.include?(nil)
p average.round(3) == BigDecimal('6.425'), average > 6, average.to_i
