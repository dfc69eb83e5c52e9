# Subscriptions: trials, renewals anchored to the day of the month, proration, churn.
# Needs Ruby 3.2: Date#deconstruct_keys
require "date"

class Subscription
  attr_reader :plan, :started, :cancelled

  PRICES = { monthly: 1200, yearly: 12_000 }.freeze
  MONTHS = { monthly: 1, yearly: 12 }.freeze

  def initialize(plan, started, trial: 14, cancelled: nil)
    @plan, @started, @cancelled = plan, started + trial, cancelled
  end

  def renewals = Enumerator.produce(0) { |n| n + 1 }.lazy.map { |n| started >> n * MONTHS.fetch(plan) }

  def period(on)
    from, to = renewals.each_cons(2).find { |a, b| (a...b).cover?(on) }
    from && { from: from, to: to - 1, days: (to - from).to_i }
  end

  def refund(on)
    period = period(on) or return 0
    left = (period[:to] - on).to_i + 1
    (PRICES.fetch(plan) * Rational(left, period[:days])).round
  end

  def active?(on) = on >= started && (cancelled.nil? || on < cancelled)
end

monthly = Subscription.new(:monthly, Date.new(2026, 1, 17))
yearly = Subscription.new(:yearly, Date.new(2024, 2, 15), trial: 14, cancelled: Date.new(2026, 6, 1))
puts monthly.renewals.first(6).map(&:to_s).inspect, yearly.renewals.first(4).map(&:to_s).inspect
[Date.new(2026, 2, 10), Date.new(2026, 2, 28), Date.new(2026, 3, 30), Date.new(2026, 3, 31)].each do |day|
  period = monthly.period(day)
  puts "#{day}: #{period.values_at(:from, :to).join("..")} (#{period[:days]} days), refund #{monthly.refund(day)}"
end
puts yearly.refund(Date.new(2025, 3, 1)), yearly.refund(Date.new(2025, 2, 28)), monthly.active?(Date.new(2026, 1, 30))
report = (0..5).to_h do |n|
  month = Date.new(2026, 2, 1) >> n
  [month.strftime("%b"), [monthly, yearly].count { |s| s.active?(month) }]
end
p report
case monthly.period(Date.new(2026, 4, 1))
in { from: Date => from, days: 30.. => days }
  puts "from #{from} for #{days} days"
in { from:, days: }
  puts "short: #{from}, #{days}"
end
case Date.new(2026, 2, 28)
in { year: 2026, month: 2, day: 28.. => day, wday: 6 } then puts "a Saturday late in February, #{day}"
end
