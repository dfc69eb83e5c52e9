# Compound interest, year by year, and what rounding in between costs.
require "bigdecimal"
require "bigdecimal/util"

principal = "10000".to_d
rate = "3.75".to_d / 100

puts "year      balance   interest"
balance = principal
5.times do |year|
  interest = (balance * rate).round(2)
  balance += interest
  puts format("%4d %12s %10s", year + 1, balance.to_s("F"), interest.to_s("F"))
end

exact = principal * (1 + rate)**5
puts "exact:   #{exact.to_s("F")}"
puts "rounded: #{exact.round(2).to_s("F")}, off by #{(balance - exact.round(2)).abs.to_s("F")}"

# Monthly compounding of the same rate.
monthly = principal * (1 + rate.div(12, 20))**60
puts "monthly: #{monthly.round(2).to_s("F")}"
effective = ((1 + rate.div(12, 20))**12 - 1) * 100
puts "effective rate: #{effective.round(4).to_s("F")} %"

# How long until it doubles?
years = (1..).find { |n| (1 + rate)**n >= 2 }
puts "doubles in #{years} years"

# A savings plan: a deposit at the start of each month, interest at the end of the year.
deposit = "150".to_d
saved = 0.to_d
(1..3).each do |year|
  interest = 0.to_d
  12.times do |month|
    saved += deposit
    interest += saved * rate / 12
    saved -= 20 if month == 5
  end
  interest = interest.round(2, :half_even)
  saved += interest
  puts "after #{year}: #{saved.to_s("F").rjust(9)} (interest #{interest.to_s("F")})"
end

# Daily interest for 31 days, actual/365.
daily = (principal * rate * 31 / 365).round(2)
p daily, daily.to_f, daily.to_i, daily.to_r
p (1 + rate)**10 > 1.4, ((1 + rate)**-1).round(6), rate.power(2).to_s
