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

lines.each { |line| printf("%-10s %8s\n", line.text, line.total.to_s("F")) }
printf("%-10s %8s\n", "VAT 19 %", vat.to_s("F"))

(net + vat).to_s("F")
