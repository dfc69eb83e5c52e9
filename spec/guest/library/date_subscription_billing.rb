require 'date'
require 'bigdecimal'
require 'bigdecimal/util'

class Subscription
  attr_reader :plan, :started, :price

  def initialize(plan, started, price)
    @plan = plan
    @started = started
    @price = price.to_d
  end

  def billing_date(n)
    started >> n
  end

  def periods_until(day)
    (0..).lazy.map { |n| billing_date(n) }.take_while { |d| d <= day }.to_a
  end

  def prorated(cancelled)
    from = periods_until(cancelled).last
    upto = billing_date(periods_until(cancelled).size)
    used = (cancelled - from).to_i
    total = (upto - from).to_i
    refund = (price * (total - used) / total).round(2)
    [from, upto, used, total, refund]
  end
end

sub = Subscription.new('Pro', Date.new(2023, 10, 31), '29.90')
puts sub.periods_until(Date.new(2024, 4, 1)).map(&:iso8601)

[Date.new(2024, 2, 10), Date.new(2024, 2, 29), Date.new(2024, 4, 29)].each do |day|
  from, upto, used, total, refund = sub.prorated(day)
  puts "cancel #{day}: period #{from}..#{upto}, #{used}/#{total} days used, refund #{refund.to_s('F')}"
end

trial_end = sub.started + 14
puts "Trial ended #{trial_end.strftime('%A the %-dth')}"
puts "Anniversary: #{sub.started.next_year.strftime('%D')}"
puts "Quarter end: #{Date.new(sub.started.year, ((sub.started.month - 1) / 3 + 1) * 3, -1)}"
p sub.started.prev_month, sub.started << 11, sub.started.prev_year(3)
p sub.price, sub.price.to_digits
p Rational(sub.prorated(Date.new(2024, 2, 10))[2], 29)
begin
  '29,9x'.to_d.then { |d| raise ArgumentError, "price #{d.to_s('F')} lost its fraction" if d.frac.zero? }
rescue ArgumentError => e
  puts e.message
end
