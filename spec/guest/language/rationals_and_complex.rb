half = Rational(1, 2)
third = 1r / 3
puts half + third, half - third, half * third, half / third, half**2
puts half > third, half == 0.5, half <=> third
puts half.numerator, half.denominator, Rational(6, 4), Rational(-3, 9)
puts 3.to_r, 0.75.to_r, half.to_f, Rational(7, 2).to_i
p half, third + 1, 1 + half, 0.5 + half, half.zero?
puts [half, third, Rational(5, 4)].sum, [half, third].min
puts (1..10).sum { |n| Rational(1, n) }
puts Rational(22, 7).round(3).to_f, Rational(7, 2).floor, Rational(7, 2).ceil, Rational(-7, 2).truncate

def continued_fraction(number)
  terms = []
  loop do
    whole = number.floor
    terms << whole
    number -= whole
    break if number.zero?

    number = 1 / number
  end
  terms
end
p continued_fraction(Rational(415, 93))
p continued_fraction(Rational(649, 200))

def egyptian(fraction)
  parts = []
  while fraction.numerator > 0
    unit = Rational(1, (1 / fraction).ceil)
    parts << unit
    fraction -= unit
  end
  parts.join(" + ")
end
puts egyptian(Rational(7, 15)), egyptian(Rational(4, 13))

z = Complex(3, 4)
puts z, z.abs, z.real, z.imaginary, z.conjugate
puts z + Complex(1, -1), z * Complex(0, 1), z - 3, z / Complex(1, 2), z == Complex(3, 4)
p z, Complex(1, -2), z**2, z.rectangular
begin
  Rational(1, 0)
rescue ZeroDivisionError => e
  puts e.class
end
