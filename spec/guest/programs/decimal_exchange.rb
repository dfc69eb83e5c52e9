# Money in several currencies: a value class on BigDecimal, with rates and coercion.
require "bigdecimal"
require "bigdecimal/util"

class Money
  include Comparable

  DIGITS = { "EUR" => 2, "USD" => 2, "JPY" => 0, "KWD" => 3 }.freeze
  attr_reader :amount, :currency

  def initialize(amount, currency)
    @amount = amount.is_a?(Float) ? amount.to_d : BigDecimal(amount)
    @currency = currency
  end

  def round = Money.new(amount.round(DIGITS.fetch(currency)), currency)
  def +(other) = with(other) { |one, two| one + two }
  def -(other) = with(other) { |one, two| one - two }
  def *(factor) = Money.new(amount * factor, currency)
  def /(divisor) = divisor.is_a?(Money) ? amount / divisor.amount : Money.new(amount / divisor, currency)
  def -@ = Money.new(-amount, currency)
  def <=>(other) = other.is_a?(Money) && currency == other.currency ? amount <=> other.amount : nil
  def hash = [amount, currency].hash
  def eql?(other) = other.is_a?(Money) && self == other

  def to_s
    digits = DIGITS.fetch(currency)
    text = digits.zero? ? amount.round.to_s : format("%.#{digits}f", amount.round(digits))
    "#{text} #{currency}"
  end

  private

  def with(other)
    raise ArgumentError, "#{currency} and #{other.currency}" unless currency == other.currency

    Money.new(yield(amount, other.amount), currency)
  end
end

class Rates
  def initialize(base, rates)
    @base = base
    @rates = rates.transform_values { |text| BigDecimal(text) }.merge(base => BigDecimal(1))
  end

  def convert(money, to) = Money.new(money.amount / @rates.fetch(money.currency) * @rates.fetch(to), to).round
end

rates = Rates.new("EUR", "USD" => "1.0837", "JPY" => "162.31", "KWD" => "0.33312")
price = Money.new("99.95", "EUR")
%w[EUR USD JPY KWD].each { |to| puts "#{price} = #{rates.convert(price, to)}" }
back = rates.convert(rates.convert(price, "JPY"), "EUR")
puts "there and back: #{back}, #{(back - price)}"

basket = [price, Money.new(5, "EUR"), Money.new(0.1, "EUR"), Money.new(Rational(1, 4), "EUR")] rescue p($!)
basket = [price, Money.new(5, "EUR"), Money.new(0.1, "EUR"), Money.new("0.2", "EUR")]
total = basket.sum(Money.new(0, "EUR"))
puts total, total * 3, total * 0.5, (total / 3).round, total / price > 1, -total
puts basket.sort.map(&:to_s).inspect, basket.max, basket.minmax.map(&:to_s).inspect
p price == Money.new("99.950", "EUR"), price.eql?(Money.new(99.95, "EUR")), basket.include?(Money.new("5.00", "EUR"))
p({ price => 1 }[Money.new("99.95", "EUR")], price.between?(Money.new(1, "EUR"), Money.new(100, "EUR")))
begin
  price + Money.new(1, "USD")
rescue ArgumentError => e
  puts e.message
end
begin
  price < Money.new(1, "USD")
rescue ArgumentError => e
  puts e.message[/comparison of Money/]
end
