require "csv"
require "bigdecimal"

PAY = <<~CSV
  name,hours,rate,tax_code
  Olsen,37.5,18.40,A
  Petit,42,21.15,B
  Quist,12.25,15.00,Z
CSV

TAX = { "A" => BigDecimal("0.20"), "B" => BigDecimal("0.225") }.freeze
OVERTIME_AFTER = BigDecimal("40")

CSV::Converters[:decimal] = lambda do |f, info|
  next f unless %w[hours rate].include?(info.header)
  BigDecimal(f)
end

CSV.parse(PAY, headers: true, converters: :decimal).each do |row|
  normal = [row["hours"], OVERTIME_AFTER].min
  extra = [row["hours"] - OVERTIME_AFTER, BigDecimal("0")].max
  gross = (normal * row["rate"] + extra * row["rate"] * BigDecimal("1.5")).round(2)
  rate = TAX.fetch(row["tax_code"])
  tax = (gross * rate).round(2, BigDecimal::ROUND_HALF_EVEN)
  puts "== #{row['name']} =="
  puts "  gross #{gross.to_s('F').rjust(9)}"
  puts "  tax   #{tax.to_s('F').rjust(9)} (#{(rate * 100).to_s('F')}%)"
  puts "  net   #{(gross - tax).to_s('F').rjust(9)}"
rescue KeyError => e
  puts "== #{row['name']} =="
  puts "  #{e.message}; receiver has #{e.receiver.keys.inspect}, key #{e.key.inspect}"
end

begin
  CSV.parse("hours\n7h\n", headers: true, converters: :decimal)
rescue ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
