r, q = Rational(1, 3), Rational(2, 7)
c, d = Complex(1.0, 2.0), Complex(3, 4)

r + q
r * q
r / q
r + 1
r * 2
r == q
r <=> q
r.to_s
r.to_f
r.round(2)
r.floor
Rational(3, 6)
Rational("1/3")
3.to_r
c + d
c * d
c / d
c.abs
c.to_s
c == d
