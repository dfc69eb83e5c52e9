# Needs Ruby 3.3: its standard library
require 'date'

Payment = Data.define(:number, :due, :interest, :principal, :balance)

def schedule(amount:, rate:, months:, first:)
  monthly = rate / 12.0
  pay = (amount * monthly / (1 - (1 + monthly)**-months)).round(2)
  balance = amount
  (1..months).map do |n|
    interest = (balance * monthly).round(2)
    principal = n == months ? balance : (pay - interest).round(2)
    balance = (balance - principal).round(2)
    due = first >> (n - 1)
    due += 1 while due.saturday? || due.sunday?
    Payment.new(number: n, due:, interest:, principal:, balance:)
  end
end

plan = schedule(amount: 5_000, rate: 0.06, months: 8, first: Date.new(2024, 1, 31))
plan.each do |pmt|
  printf("%2d  %s  %7.2f  %8.2f  %9.2f\n", pmt.number, pmt.due.strftime('%a %d %b %Y'), pmt.interest, pmt.principal, pmt.balance)
end

printf("Interest paid: %.2f\n", plan.sum(&:interest))
puts "Last payment: #{plan.last.due.to_s}, #{(plan.last.due - plan.first.due).to_i} days after the first"
p plan.first
case plan.last
in { number:, balance: 0 | 0.0 }
  puts "cleared after payment #{number}"
in { balance: }
  puts "#{balance} left"
end
p plan.map { |x| x.due.month }
begin
  Payment.new(number: 1)
rescue ArgumentError => e
  puts e.message
end
