# Needs Ruby 3.3: words of errors
# BigDecimal beside Integer, Float and Rational, in both orders.
require "bigdecimal"

one = BigDecimal("1.5")
p 1 + one, one + 1, 2 * one, one * 2, 3 - one, one - 3, 3 / one, one / 3 > 0.4, 7 % BigDecimal("2.5"), 2**70 + one
p 0.5 + one, one * 0.5, Rational(1, 2) + one, one - Rational(1, 4), 10.divmod(BigDecimal("3")), 10.0.divmod(BigDecimal("4"))
p 1 < one, one > 1, 1.5 == one, one == 1.5, one == Rational(3, 2), Rational(3, 2) == one, 2 <=> one, one <=> 2, 2**70 > one
p 1 == BigDecimal("1"), BigDecimal("1").eql?(1), 1.eql?(BigDecimal("1")), one.equal?(one), one === 1.5
p [3, one, 0.5, Rational(7, 2)].sort, [3, one, 0.5].max, [one, 1].minmax, one.clamp(2, 3), one.between?(1, 2)
p [one, one, 1].sum, [0.25, one].sum, [one, 0.25].sum, [one, Rational(1, 2)].sum, [1, one].inject(:*), [].sum(BigDecimal(0))

p BigDecimal("7").divmod(2), BigDecimal("-7").divmod(2), BigDecimal("7") % -2, BigDecimal("-7").remainder(2)
p BigDecimal("7.5").div(2), BigDecimal("-7.5").div(2), BigDecimal("1").div(3, 5), BigDecimal("2").quo(4)
p BigDecimal("1.234").add(1, 2), BigDecimal("1.234").sub(1, 2), BigDecimal("1.25").mult(3, 2), BigDecimal("2").sqrt(5).round(5)
p BigDecimal("2")**10, BigDecimal("2")**-2, BigDecimal("4").power(2), BigDecimal("1.1")**3, BigDecimal("9")**0
p (BigDecimal("2")**0.5).round(8), BigDecimal("-1.5").abs, -one, +one, one.nonzero?, BigDecimal("0").nonzero?

zero = BigDecimal("0")
p one / zero, -one / zero, (zero / zero).nan?, zero / one, -one * zero, zero == -zero
nan = BigDecimal("NaN")
p nan == nan.dup + 0, nan > 1, 1 > nan, 1 <=> nan, [nan.nan?, nan.zero?, nan.finite?], (nan + 1).nan?
infinity = BigDecimal("Infinity")
p infinity > 10**100, infinity + 1, infinity - infinity, infinity.infinite?, (-infinity).infinite?, 1 / infinity, one.infinite?

[-> { one + nil }, -> { one + "1" }, -> { 1 + BigDecimal("x") }, -> { one < "2" }, -> { one > nil }, -> { one.div(0) },
 -> { one % 0 }, -> { zero.divmod(0) }, -> { nan.to_i }, -> { BigDecimal("-1").sqrt(2) }, -> { one.round(1, 99) },
 -> { one.add(1, -1) }, -> { [one, "2"].max }, -> { one.coerce("2") }, -> { BigDecimal.new("1") }].each do |call|
  p call.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

case one
when 0..1 then puts "low"
when 1..2 then puts "middle"
else puts "high"
end
p (one..3).include?(2), (1..3) === one, one.step(3, BigDecimal("0.5")).to_a, 1.step(2, BigDecimal("0.25")).map(&:to_f)
p one.is_a?(Numeric), one.integer?, one.real?, one.positive?, one.negative?, one.ceil, one.floor, one.to_c
