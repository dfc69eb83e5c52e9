# frozen_string_literal: true

# Loans, savings, currencies: rationals for exactness, rounding modes, tables.
class Loan
  Payment = Struct.new(:number, :interest, :principal, :balance)

  def initialize(principal:, rate:, months:)
    @principal, @monthly, @months = principal.to_r, rate.to_r / 1200, months
  end

  def installment = @monthly.zero? ? (@principal / @months).ceil(2) : (@principal * @monthly / (1 - (1 + @monthly)**-@months)).round(2)

  def schedule
    return enum_for(:schedule) { @months } unless block_given?

    balance = @principal
    1.upto(@months) do |n|
      interest = (balance * @monthly).round(2)
      principal = n == @months ? balance : [installment - interest, balance].min
      yield Payment.new(n, interest, principal, balance -= principal)
    end
  end

  def total_interest = schedule.sum(&:interest)
end

def eur(value, width = 0) = value.round(2).then { |v| whole, cents = (v.abs * 100).to_i.divmod(100); "#{'-' if v.negative?}#{whole.to_s.gsub(/\B(?=(\d{3})+$)/, '.')},#{cents.to_s.rjust(2, '0')} €".rjust(width) }

loan = Loan.new(principal: 10_000, rate: "4.5", months: 12)
puts eur(loan.installment), loan.schedule.size, eur(loan.total_interest)
loan.schedule { |pay| puts [pay.number.to_s.rjust(2), *pay.to_a.drop(1).map { |v| eur(v, 12) }].join(" ") if pay.number < 3 || pay.number > 10 }
puts eur(loan.schedule.sum(&:principal)), loan.schedule.lazy.find { |x| x.balance < 5000 }.number, loan.schedule.each_slice(6).map { |s| eur(s.sum(&:interest)) }.inspect, Loan.new(principal: 1000, rate: 0, months: 3).schedule.map { |x| x.principal.to_f }.inspect
p loan.installment, loan.installment.class, loan.schedule.first.interest, loan.schedule.to_a.last.balance, loan.schedule.next.number

compound = ->(start, percent, years, times: 1) { start * (1 + percent / 100r / times)**(years * times) }
[1, 4, 12, 365].each { |t| puts "#{t.to_s.rjust(3)}x: #{eur(compound[1000r, 5r, 10, times: t])}" }
p compound.(100r, 10r, 2), compound.(100r, 10r, 2).to_i, (1 + 5/100r)**3, Rational("0.1") + Rational("0.2") == Rational("0.3"), 0.1 + 0.2 == 0.3
doubling = (1..).find { |y| compound.(1r, 7r, y) >= 2 }
savings = (1..5).inject([0r]) { |acc, _| acc << (acc.last + 1200) * 103 / 100r }
puts doubling, savings.map { |s| eur(s) }.inspect, eur(-1234.5), eur(0), eur(1_000_000), eur(999.995r), eur(0.005r)

RATES = { EUR: 1r, USD: 1.0825r, GBP: 0.8571r, JPY: 163.25r }.freeze
convert = ->(amount, from, to) { (amount / RATES.fetch(from) * RATES.fetch(to)).round(to == :JPY ? 0 : 2) }
RATES.keys.permutation(2).first(6).each { |a, b| puts "100 #{a} = #{convert[100r, a, b].to_f} #{b}" }
p convert.(100r, :EUR, :JPY).class, convert.(convert.(100r, :USD, :GBP), :GBP, :USD).to_f, (convert.(1r, :EUR, :XXX) rescue $!.message)
split = ->(total, *weights) { parts = weights.map { |w| total * w / weights.sum }; (total - parts.sum).times { |i| parts[i % parts.size] += 1 }; parts }
p split.(100, 1, 1, 1), split.(1001, 50, 30, 20), split.(5, 1, 1, 1, 1, 1, 1), split.(7, 2).sum
p [2.5, -2.5, 3.5, 0.5, 1.5].map(&:round), [2.5, -2.5, 3.5].map { |x| x.round(half: :even) }, [2.5, -2.5].map { |x| x.round(half: :down) }, [25, 35, -25].map { |x| x.round(-1, half: :even) }, [5r / 2, -5r / 2].map(&:round), [5r / 2, 7r / 2].map { |x| x.round(half: :even) }, 7r / 3, (7r / 3).truncate(2), (7r / 3).floor(1), (-7r / 3).ceil, 2.675.round(2), 2.675r.round(2).to_f, 1e3.to_i, 10.0.floor(-1), 15.ceil(-1), 14.999.ceil(2), -0.5.round, 1234.5678.truncate(1), 0.1r, 3.to_r, "1/3".to_r + "0.25".to_r, Rational(3, 6), Rational(1.5), 1.5.to_r, 3r ** -2, 2 ** -1, 4r.to_i, 1r == 1, 1r.eql?(1), 1r / 3 <=> 0.33, 6r.numerator, (1r / 3).to_f.round(4), (22r / 7).rationalize(1r / 100)
brackets = [[11_604, 0], [17_005, 14], [66_760, 24], [277_825, 42], [nil, 45]]
tax = ->(income) { low = 0; brackets.sum { |top, pct| part = [[income, top || income].min - low, 0].max; low = top || income; part * pct / 100r } }
[10_000, 20_000, 70_000, 300_000].each { |i| puts "#{eur(i, 14)} #{eur(tax[i], 14)} #{format('%5.1f%%', tax[i] * 100 / i)}" }
