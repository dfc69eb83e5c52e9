require "bigdecimal"
require "bigdecimal/util"
a, b = BigDecimal("12.34"), BigDecimal("5.6")

BigDecimal("12.34")
"12.34".to_d
a + b
a * b
a / b
a.round(1)
a.to_s
a.to_s("F")
a == b
a <=> b
a.to_f
a.truncate
