# Decimals are exact where floats are not.
require "bigdecimal/util"

puts 0.1 + 0.2 == 0.3
puts "0.1".to_d + "0.2".to_d == "0.3".to_d

Line = Data.define(:text, :count, :price) do
  def total = count * price
end

lines = [
  Line.new("Keyboard", 2, "79.90".to_d),
  Line.new("Cable", 5, "4.35".to_d)
]
net = lines.sum(&:total)
vat = (net * "0.19".to_d).round(2)

lines.each { |line| puts "#{line.text.ljust(10)} #{line.total.to_s("F").rjust(8)}" }
puts "#{"VAT 19 %".ljust(10)} #{vat.to_s("F").rjust(8)}"

(net + vat).to_s("F")
