require "bigdecimal"
[3r / 4, -7r, 2i, Complex(1.5, -2r), BigDecimal("12.340"), BigDecimal("-0"), BigDecimal("NaN"), BigDecimal("1e-20"), BigDecimal("-Infinity")]
