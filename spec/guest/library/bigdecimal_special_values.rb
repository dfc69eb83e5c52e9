require 'bigdecimal'

nan = BigDecimal('NaN')
inf = BigDecimal('Infinity')
ninf = BigDecimal('-Infinity')
zero = BigDecimal('0')
nzero = BigDecimal('-0')

{ nan:, inf:, ninf:, zero:, nzero: }.each do |name, v|
  puts format('%-6s %-10s nan=%-5s inf=%-4s finite=%-5s sign=%+d', name, v.to_s, v.nan?, v.infinite?.inspect, v.finite?, v.sign)
end

p nan == nan, inf == inf, zero == nzero
p inf + 1, ninf * 2, 1 / inf
p inf <=> nan, inf > 10**100

checks = {
  'inf - inf' => -> { inf - inf },
  '0 / 0' => -> { zero / zero },
  '1 / 0' => -> { BigDecimal('1') / zero },
  'inf to_i' => -> { inf.to_i },
  'nan to_i' => -> { nan.to_i },
  'sqrt(-1)' => -> { BigDecimal('-1').sqrt(5) },
  'inf to_r' => -> { inf.to_r },
  'nan to_f' => -> { nan.to_f },
  'nan % 2' => -> { BigDecimal('5') % zero }
}
checks.each do |label, code|
  puts "#{label.ljust(10)} #{code.call.inspect}"
rescue StandardError => e
  puts "#{label.ljust(10)} #{e.class}: #{e.message}"
end

BigDecimal.save_exception_mode do
  BigDecimal.mode(BigDecimal::EXCEPTION_ZERODIVIDE, false)
  BigDecimal.mode(BigDecimal::EXCEPTION_NaN, false)
  BigDecimal.mode(BigDecimal::EXCEPTION_INFINITY, false)
  p BigDecimal('1') / zero, zero / zero, inf - inf
end
p BigDecimal::NAN.nan?, BigDecimal::INFINITY, BigDecimal::SIGN_POSITIVE_FINITE
p nzero.to_s, nzero.to_f, -zero
p BigDecimal('1e400'), BigDecimal('1E-3'), BigDecimal(' 12.50 '), BigDecimal('+.5')
