require 'erb'
require 'csv'
require 'date'

DEBTORS = <<~CSV
  name,amount,due,language
  Braun GmbH,1204.5,2024-03-01,de
  Smith Ltd,99,2024-04-12,en
  Roy SARL,310.75,2024-05-30,fr
CSV

LETTERS = {
  'en' => "Dear <%= name %>,\nyour invoice of <%= money %> is <%= days %> day<%= 's' unless days == 1 %> late.\n",
  'de' => "Guten Tag <%= name %>,\nIhre Rechnung über <%= money.tr('.,', ',.') %> ist seit <%= days %> Tagen fällig.\n<% if days > 30 %>LETZTE MAHNUNG\n<% end %>"
}.transform_values { |t| ERB.new(t, trim_mode: '<>') }

today = Date.new(2024, 4, 13)
money = ->(x) { format('%.2f', x).sub(/(\d)(?=(\d{3})+\.)/, '\1,') + ' EUR' }

CSV.parse(DEBTORS, headers: true, converters: %i[float]).each do |row|
  due = Date.parse(row['due'])
  days = (today - due).to_i
  if days <= 0
    puts "(#{row['name']}: not due for #{-days} days)"
    next
  end
  letter = LETTERS.fetch(row['language'])
  puts letter.result_with_hash(name: row['name'], money: money[row['amount']], days: days)
  puts '--'
rescue KeyError => e
  puts e.message
end

p LETTERS.keys
p LETTERS['en'].class
puts LETTERS['en'].src.lines.size.positive?
p LETTERS['en'].result_with_hash(name: 'X', money: '0', days: 1)
