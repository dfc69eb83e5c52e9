# Amounts as people and files write them.
require "bigdecimal"
require "bigdecimal/util"

texts = ["12.50", " 7 ", "+3.0", "-0.00", "1_000.25", "1e3", "1.5E-3", "12,50", "abc", "", "1.2.3", "0x1A", "NaN",
         "Infinity", "-Infinity", "1e400", ".5", "5.", "--1", "1__0"]
texts.each do |text|
  value = BigDecimal(text)
  puts "#{text.inspect.ljust(12)} #{value.to_s.ljust(14)} #{value.finite? ? value.to_s("F")[0, 20] : "not finite"}"
rescue ArgumentError => e
  puts "#{text.inspect.ljust(12)} #{e.class}: #{e.message}"
end

p texts.map { |text| text.to_d.to_s }.first(12)
p BigDecimal("oops", exception: false), BigDecimal(nil, exception: false), "19.99 EUR".to_d, "EUR 19.99".to_d, nil.to_d
[nil, :sym, [], Object, 0.1, Rational(1, 3), true].each do |value|
  BigDecimal(value)
rescue TypeError, ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
p BigDecimal(0.1, 5), BigDecimal(0.1, 0), BigDecimal(1.0 / 3, 10), BigDecimal(Rational(1, 3), 6), BigDecimal(2**70)
p 0.1.to_d, 1234.5678.to_d(6), 5.to_d, Rational(22, 7).to_d(5), "1e-2".to_d.to_digits, BigDecimal("12e2").to_digits

def localized(text)
  BigDecimal(text.delete(" .").tr(",", "."))
end

rows = "Milk;1,19\nBread;2,35\nRice;12.345,67\nBroken;x\n".lines.map { |line| line.chomp.split(";") }
prices = rows.to_h do |name, text|
  [name, localized(text)]
rescue ArgumentError
  [name, nil]
end
p prices, prices.compact.sum { |_, price| price }
known = prices.compact
puts known.map { |name, price| "#{name}=#{price.to_s("F")}" }.join(", ")

p Integer(BigDecimal("42.9")), Float(BigDecimal("0.1")), Rational(BigDecimal("0.125")), BigDecimal("1.5").to_i
p BigDecimal("1e-20").to_f, BigDecimal("123.456").to_r, BigDecimal("0.1").hash == "0.10".to_d.hash
p BigDecimal("-123.456e5").split, BigDecimal("0.00123").exponent, BigDecimal("-0").sign, BigDecimal("NaN").nan?
begin
  BigDecimal("Infinity").to_i
rescue FloatDomainError => e
  puts "#{e.class}: #{e.message}"
end
