require 'csv'
require 'bigdecimal'
require 'bigdecimal/util'
require 'date'

STATEMENT = <<~CSV
  Date,Description,Debit,Credit
  03/01/2024,Opening balance,,"1,250.00"
  05/01/2024,Rent,800.00,
  09/01/2024,Salary,,"2,310.45"
  10/01/2024,Groceries,64.37,
  31/02/2024,Card fee,2.50,
CSV

amount = ->(s) { s.nil? ? 0.to_d : s.delete(',').to_d }

balance = BigDecimal('0')
problems = []
entries = CSV.parse(STATEMENT, headers: true).filter_map do |row|
  day = Date.strptime(row['Date'], '%d/%m/%Y')
  delta = amount[row['Credit']] - amount[row['Debit']]
  balance += delta
  [day, row['Description'], delta, balance]
rescue Date::Error => e
  problems << "#{row['Date']} (#{row['Description']}): #{e.message}"
  nil
end

entries.each do |day, text, delta, bal|
  puts format('%s  %-16s %10s %10s', day.iso8601, text, delta.to_s('F'), bal.to_s('F'))
end
puts
puts problems
puts "Closing balance: #{'%.2f' % balance}"
largest = entries.drop(1).min_by { |e| e[2] }
puts "Largest expense: #{largest[1]} on #{largest[0].strftime('%A')}"
p largest[2]
p entries.sum { |e| e[2] } == balance
