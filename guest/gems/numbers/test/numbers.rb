# Integer, Float, Rational, Complex, and the conversions of Kernel.
same 10.fdiv(4), 2.5
same (10**20).fdiv(10**19), 10.0
same Integer.sqrt(24), 4
same 0b1010[1, 2], 1
same 15.round(-1, half: :even), 20
same 25.round(-1, half: :even), 20
same 2.5.round(half: :even), 2
same 1.0.next_float, 1.0000000000000002
same Rational(3, 6), Rational(1, 2)
same 0.5.to_r, Rational(1, 2)
same "1/3".to_r, Rational(1, 3)
same Rational("0.75"), Rational(3, 4)
same Complex(1, 2) * Complex(3, 4), Complex(-5, 10)
same "1+2i".to_c, Complex(1, 2)
same Integer("0x1f", 16), 31
same Integer("z", exception: false), nil
same ["0x ", "0b\n", "-0o ", " 0x1 ", "0_1"].map { |text| Integer(text, exception: false) }, [nil, nil, nil, 1, 1]
same Float("1.5"), 1.5
same 1.step(10, 4).to_a, [1, 5, 9]
same 0.1 + 0.2, 0.30000000000000004
same (0.1 + 0.2).to_s, "0.30000000000000004"
same 1e100.to_s, "1.0e+100"
raises(ArgumentError, 'invalid value for Float(): "x."') { Float("x.") }
raises(ZeroDivisionError, "divided by 0") { Rational(1, 0) }
raises(ArgumentError, 'invalid value for Float(): "0xj0"') { Float("0xj0") }
same ["0x1f", "-0x_1", "0x1_f"].map { |text| Float(text, exception: false) }, [31.0, nil, nil]
same 15.ceil(-30), 10**30
same(-15.floor(-30), -10**30)
same "7__9+4__0i".to_c, Complex(7, 0)
same Complex(0, 2)**-3, Complex(Rational(0, 1), Rational(1, 8))
same format("%c%c|%c|", "ab", 66, ""), "aB||"
same Math.log(8, 1).nan?, true
same Math.gamma(171), 7.257415615307999e+306
same(-5e-324.next_float.to_s, "-0.0")
same(-2.5.floor(-20), -10**20)
same 4_503_599_627_370_495.5.round(1, half: :even), 4_503_599_627_370_496.0
same Complex("1+2e3i"), Complex(1, 2000.0)
same Float("0x1.8"), 1.5
same ("x" =~ /x/ && Complex("1@2") && Float("0x1p2") && $~[0]), "x"
same 0.fdiv(-5).to_s, "-0.0"
same [5[0], 5[1], -5[100], 5[-1], 5[2**70], (-(2**63))[63], (2**64)[64]], [1, 0, 1, 0, 0, 1, 1]
same [2**62 - 1, 3_037_000_499**2 - 1, 2**63 - 1].map { |n|
  Integer.sqrt(n)
}, [2_147_483_647, 3_037_000_498, 3_037_000_499]
same Rational(2**62, 3) + Rational(2**62, 5), Rational(2**65, 15)
same Rational(1, 2**62) * Rational(1, 4), Rational(1, 2**64)
same Rational(-(2**63), 1) / -1, Rational(2**63, 1)
same Rational(1, 2) - -(2**63), Rational(2**64 + 1, 2)
same Rational(3, 2) + 0.25, 1.75
same 1 + Rational(1, 2), Rational(3, 2)
same [Rational(1, 3) <=> 0.5, Rational(1, 3) <=> Float::NAN, Rational(1, 2) <=> 2**70, Rational(1, 2) <=> :a],
     [-1, nil, -1, nil]
same [Rational(1, 2) == 0.5, Rational(2, 1) == 2, Rational(1, 2) == :a], [true, true, false]
same [Rational(-7, 2).floor, Rational(-7, 2).ceil, Rational(-7, 2).truncate, Rational(-7, 2).round], [-4, -3, -3, -4]
same %i[up even down].map { |half| Rational(25, 10).round(half: half) }, [3, 2, 2]
same %i[up even down].map { |half|
  Rational(35, 100).round(1, half: half)
}, [Rational(2, 5), Rational(2, 5), Rational(3, 10)]
same [Rational(2**62, 3).round(3), Rational(15, 1).round(-1), Rational(1, 3).round(20)],
     [Rational(1_537_228_672_809_129_301_333, 1000), 20, Rational(33_333_333_333_333_333_333, 10**20)]
same Rational(3, 2**53 + 1).to_f, 3.330669073875469e-16
same [3.7, -1234.5678, 5e-324].map { |float|
  float.rationalize(Rational(1, 100))
}, [Rational(37, 10), Rational(-8642, 7), Rational(0, 1)]
same [0.0, 1e300, 0.75, 2.0**61].map(&:to_r), [0r, (10**300).to_f.to_i.to_r, 3/4r, (2**61).to_r]
same [2.5.round(half: :down), 25.method(:round).call(-1, half: :even), 25.round(-1, half: nil)], [2, 20, 30]
same Complex(1.0, 2.0) / Complex(3, 4), Complex(0.44, 0.08)
same Complex(1, 2) / Complex(3, 4), Complex(Rational(11, 25), Rational(2, 25))
same Complex(4, 2) / 2, Complex(2, 1)
same Complex(2**62, 1) * 4, Complex(2**64, 4)
same (Complex(Float::INFINITY, 1) * Complex(0, 1)).to_s, "-1.0+Infinity*i"
same [Complex(-0.0, -0.0) - 0, Complex(1, -0.0) + 1].map(&:to_s), ["-0.0-0.0i", "2-0.0i"]
same [Complex(3, 4), Complex(-3, 0), Complex(0.0, -4), Complex(-(2**63), 0)].map(&:abs), [5.0, 3, 4.0, 2**63]
same [Complex(1, 2) == Complex(1.0, 2), Complex(1, 0) == 1, Complex(1, 0.5) == Rational(1, 2)], [true, true, false]
same [" 12", "1_2", "017", "9223372036854775808", "-9223372036854775808", "+7", "00"].map { |text| Integer(text) },
     [12, 12, 15, 2**63, -(2**63), 7, 0]
same [["zz", 36], ["-ff", 16], ["0b11", 2], ["12", 3], ["1_0", 2]].map { |text, base|
  Integer(text, base)
}, [1295, -255, 3, 5, 2]
same ["1.5", "-0.0", "1e5", "1e-320", " 2.5 ", "1_0.5", "12345678901234567890.5"].map { |text| Float(text).to_s },
     ["1.5", "-0.0", "100000.0", "1.0e-320", "2.5", "10.5", "1.2345678901234567e+19"]
same ["2/4", "-1.5/2", "0.75", " 1/3 ", "1e2/3", "999999999999999999/3"].map { |text| Rational(text) },
     [1/2r, -3/4r, 3/4r, 1/3r, 100/3r, 333_333_333_333_333_333/1r]
same ["1+2i", "-i", "2.5j", "1-i", "3", "1/2+3i"].map { |text| Complex(text) },
     [Complex(1, 2), Complex(0, -1), Complex(0, 2.5), Complex(1, -1), Complex(3, 0), Complex(1/2r, 3)]
same ["1/3x", "x", "1/3", "0.5"].map(&:to_r), [1/3r, 0r, 1/3r, 1/2r]
same ["1+2ix", "x", "3-4i"].map(&:to_c), [Complex(1, 2), Complex(0, 0), Complex(3, -4)]
raises(ZeroDivisionError, "divided by 0") { Rational("1/0") }
raises(ArgumentError, 'invalid value for Integer(): "12a"') { Integer("12a") }
raises(ArgumentError, "base specified for non string value") { Integer(5, 10) }
raises(TypeError, "can't convert nil into Rational") { Rational(1, nil) }
raises(ArgumentError, "wrong number of arguments (given 2, expected 1)") { Float("1", 2) }
raises(ArgumentError, "unknown keyword: :foo") { Rational(5, 2).round(foo: 1) }
broken = Rational(1, 2)
broken.instance_variable_set(:@denominator, 0)
raises(ZeroDivisionError, "divided by 0") { broken.floor }
raises(NoMethodError, "undefined method '+' for nil") { Complex.allocate + 1 }
same Fiber.new { Rational(1, 2) + Class.new { def coerce(other) = [Fiber.yield(other), 1] }.new }.resume, Rational(1, 2)
