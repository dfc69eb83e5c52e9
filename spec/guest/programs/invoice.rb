# An invoice with tax groups, discounts and money kept in cents.
class Money
  include Comparable
  attr_reader :cents

  def self.parse(text)
    whole, fraction = text.delete(",").split(".")
    new(whole.to_i * 100 + (fraction || "0").ljust(2, "0")[0, 2].to_i)
  end

  def initialize(cents) = @cents = cents
  def +(other) = Money.new(cents + other.cents)
  def -(other) = Money.new(cents - other.cents)
  def *(factor) = Money.new((cents * factor).round)
  def <=>(other) = cents <=> other.cents
  def zero? = cents.zero?
  def to_s
    whole, rest = cents.abs.divmod(100)
    digits = whole.to_s.reverse.scan_groups(3).join(",").reverse
    "#{"-" if cents.negative?}$#{digits}.#{rest.to_s.rjust(2, "0")}"
  end

  def allocate(parts)
    share, left = cents.divmod(parts)
    Array.new(parts) { |i| Money.new(share + (i < left ? 1 : 0)) }
  end
end

class String
  def scan_groups(size) = chars.each_slice(size).map(&:join)
end

Line = Struct.new(:name, :price, :quantity, :tax, keyword_init: true) do
  def total = price * quantity
end

lines = [
  Line.new(name: "Desk", price: Money.parse("1,249.90"), quantity: 2, tax: 0.2),
  Line.new(name: "Book", price: Money.parse("12.5"), quantity: 10, tax: 0.07),
  Line.new(name: "Lamp", price: Money.parse("39"), quantity: 1, tax: 0.2)
]
lines.each { |l| puts "#{l.name.ljust(8)}#{l.quantity.to_s.rjust(3)} x #{l.price.to_s.rjust(10)} = #{l.total.to_s.rjust(10)}" }
net = lines.map(&:total).reduce(:+)
taxes = lines.group_by(&:tax).transform_values { |ls| ls.map(&:total).reduce(:+) }.map { |rate, sum| [rate, sum * rate] }.to_h
taxes.sort_by { |rate, _| rate }.each { |rate, tax| puts "tax #{(rate * 100).round}%: #{tax}" }
gross = taxes.values.reduce(net, :+)
puts net, gross, gross * 0.97, Money.new(-5), Money.new(100).allocate(3).map(&:to_s).inspect
puts lines.max_by(&:total).name, lines.map(&:price).minmax.map(&:to_s).inspect, Money.new(0).zero?
