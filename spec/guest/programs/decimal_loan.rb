# The schedule of a loan with equal payments, to the last cent.
require "bigdecimal"
require "bigdecimal/util"

class Loan
  Payment = Struct.new(:number, :amount, :interest, :principal, :left)

  def initialize(amount, yearly_rate, months)
    @amount = BigDecimal(amount)
    @rate = BigDecimal(yearly_rate) / 1200
    @months = months
  end

  def payment = @payment ||= even_payment

  def even_payment
    return (@amount / @months).round(2) if @rate.zero?

    growth = (1 + @rate)**@months
    (@amount * @rate * growth / (growth - 1)).round(2)
  end

  def schedule
    left = @amount
    (1..@months).map do |number|
      interest = (left * @rate).round(2, BigDecimal::ROUND_HALF_EVEN)
      amount = number == @months ? left + interest : payment
      principal = amount - interest
      left -= principal
      Payment.new(number, amount, interest, principal, left)
    end
  end
end

def cents(amount) = format("%.2f", amount).rjust(9)

loan = Loan.new("2400", "6.9", 12)
schedule = loan.schedule
puts "payment #{loan.payment.to_s("F")}"
schedule.each { |row| puts "#{row.number.to_s.rjust(2)} #{row.to_a.drop(1).map { |amount| cents(amount) }.join}" }
puts "paid #{cents(schedule.sum(&:amount))}, interest #{cents(schedule.sum(&:interest))}"
p schedule.sum(&:principal) == BigDecimal("2400"), schedule.last.left.zero?, schedule.last.left

p Loan.new("1000", "0", 3).payment.to_s("F"), Loan.new("1000", "0", 3).schedule.last.amount.to_s("F")
[["250000", "3.2", 360], ["15999.99", "11.49", 48]].each do |amount, rate, months|
  loan = Loan.new(amount, rate, months)
  last = loan.schedule.last
  puts "#{amount} at #{rate} %: #{loan.payment.to_s("F")}, last #{last.amount.to_s("F")}, left #{last.left.to_s}"
end
