# Constants and functions to many digits.
require "bigdecimal"
require "bigdecimal/math"
require "bigdecimal/util"

def shown(value, digits) = value.round(digits).to_s("F")

puts shown(BigMath.PI(60), 60), shown(BigMath.E(60), 60), shown(BigDecimal("2").sqrt(60), 60)
puts shown(BigMath.log(BigDecimal("2"), 40), 40), shown(BigMath.exp(BigDecimal("-1.5"), 40), 40)
puts shown(BigMath.sin(BigDecimal("1"), 40), 40), shown(BigMath.cos(BigDecimal("1"), 40), 40)
puts shown(BigMath.atan(BigDecimal("1"), 40) * 4, 39), shown(BigMath.sqrt(BigDecimal("3"), 30), 30)

sine = BigMath.sin(BigDecimal("0.7"), 30)
cosine = BigMath.cos(BigDecimal("0.7"), 30)
p (sine**2 + cosine**2).round(28) == 1, BigMath.log(BigMath.exp(3, 30), 30).round(25) == 3

# Newton's method for a cube root.
def cube_root(value, digits)
  root = BigDecimal(1)
  100.times do
    better = (root * 2 + value.div(root * root, digits + 5)).div(3, digits + 5)
    return better.round(digits) if (better - root).abs < BigDecimal("1e-#{digits + 2}")

    root = better
  end
end
puts cube_root(BigDecimal("2"), 30).to_s("F"), cube_root(BigDecimal("27"), 20).to_s("F")

# The golden ratio by Fibonacci numbers, and factorials.
a, b = 1.to_d, 1.to_d
200.times { a, b = b, a + b }
golden = (1 + BigDecimal("5").sqrt(60)) / 2
puts shown(b / a, 40), shown(golden, 40), (1..30).inject(BigDecimal(1)) { |product, i| product * i }.to_s("F")
puts BigDecimal("2")**200, (BigDecimal("0.5")**40).to_s("F"), (BigDecimal("1e100") + 1 - BigDecimal("1e100")).to_i
e = (0..40).sum { |k| 1.to_d.div((1..k).inject(1, :*), 50) }
p shown(e, 40) == shown(BigMath.E(45), 40), BigDecimal.double_fig

[[:log, 0], [:log, -1], [:exp, 1, 0], [:PI, 0]].each do |name, *arguments|
  arguments << 10 if name == :log
  BigMath.public_send(name, *arguments)
rescue ArgumentError, Math::DomainError => e
  puts "#{e.class}: #{e.message}"
end
