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
