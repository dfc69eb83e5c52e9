# Complex numbers whose parts are integers, rationals or floats, as they were given.
z = Complex(3, 4)
w = 1 - 2i
p z + w, z - w, z * w, z / w, z**2, z**-1, -z, z / 2, z * 0.5, z.quo(3), z.fdiv(2)
p z.abs, z.abs2, z.arg, z.polar, z.rect, z.conjugate, z.real, z.imaginary, z.real?, z.finite?
p 1 + z, 2 * z, 10 - z, 1 / w, 1.5 * w, 1r / w, 2i * 3i, 3ri, 2.5i
p z == Complex(3, 4), z == Complex(3.0, 4.0), z.eql?(Complex(3.0, 4.0)), Complex(3) == 3, 3 == Complex(3), 1.5 == Complex(1.5)
p({ z => :z }[Complex(3, 4)], [z, w, z].uniq.size, [1, z, w].sum, (1..4).map { |n| 1i**n })
puts z, w, Complex(1, -0.0), Complex(1.5, 2), Complex(1/2r, -3/4r), Complex(0, Float::INFINITY)
p Complex("1+2i"), Complex("-i"), Complex("2.5"), Complex("1/2-3/4i"), Complex(" 3i "), "4-i and more".to_c, "none".to_c
p Complex.polar(2), Complex.polar(1, Math::PI), Complex.polar(2, Math::PI / 2), Complex.rect(1), Complex::I
p Complex(1, 2) <=> 1, Complex(1) <=> 2, Complex(2).to_i, Complex(2).to_f, Complex(5r).to_r, 3.to_c, 7.imaginary, -7.polar
roots = ->(a, b, c) { d = Complex(b * b - 4 * a * c)**0.5; [(-b + d) / (2 * a), (-b - d) / (2 * a)] }
p roots.call(1, 2, 5).map { |root| [root.real.round(6), root.imaginary.round(6)] }
[-> { z.to_i }, -> { Complex("x") }, -> { z + "a" }, -> { Complex(nil) }, -> { z > w }].each do |wrong|
  wrong.call
rescue StandardError => e
  puts e.class
end
