# == Methods
# Needs Ruby 3.4: negative steps
# Steps of floats, searches among floats and comparisons with NaN.
p (1.0..2.0).step(0.1).to_a, 1.0.step(2.0, 0.1).to_a, (0.1..1.2).step(0.1).to_a.size, (1.0...2.0).step(0.5).to_a, (1..2).step(0.5).to_a
p 1.0.step(by: 0.5, to: 2.0).to_a, 1.step(10, 3).to_a, 10.step(1, -3).to_a, 1.step(by: 2, to: 5).to_a, 1.step.first(2), 5.0.step(1.0, -1.5).to_a
p 1.0.step(Float::INFINITY, 2).first(3), (1.0..).step(2).first(2), 1.0.step(2.0, Float::INFINITY).to_a, (1..).step(5).first(2), (10..0).step(-3).to_a
[-> { (0..10).step(-1) {} }, -> { 1.step(2, 0) {} }].each { |steps| steps.call rescue puts $!.message }
p (-Float::INFINITY..0).bsearch { |x| x != -Float::INFINITY }, (0.0..10.0).bsearch { |x| x >= 2.5 }, (0..10).bsearch { |x| x >= 4 }, (0...4).bsearch { |x| x >= 4 }
p 1.0.next_float, 0.0.next_float, 0.0.prev_float, -1.0.next_float, 1.0.prev_float
p 1.0 <=> Float::NAN, 1.0.send(:>=, Float::NAN), 1.send(:<, Float::NAN), 1.0.send(:<=, Float::NAN), ([3, Float::NAN, 1].sort rescue $!.class)

# == Division
numbers = [0, 1, -1, 7, -7, 2**62, -2**63, 2**70, -(2**70), 0.0, -0.0, 0.1, -0.3, 2.5, 5.5, -5.5, 6.0, -6.0,
           Float::INFINITY, -Float::INFINITY, Float::NAN]
shown = ->(value) { value.is_a?(Array) ? value.map(&shown) : value.inspect }
%i[% modulo div divmod remainder /].each do |operation|
  puts operation
  numbers.each do |left|
    results = numbers.map do |right|
      next "-" if operation == :remainder && right.is_a?(Float) && right.infinite?

      shown.call(left.public_send(operation, right))
    rescue ZeroDivisionError, FloatDomainError => e
      e.class
    end
    puts "#{left}: #{results.join(" ")}"
  end
end
p 1e300.div(3), 1e300.div(0.5), -1e300.div(7.3)
puts "zeros"
p 0 % 2.5, 0 % -2.5, -0.0 % 5, -0.0 % -5.0, 0.0 % -5.0, -6.0 % 3, 6.0 % -3, -6 % 3.0, -0.0.divmod(5), -0.0.remainder(3)
p [0.0, -0.0].map { |zero| [5, 5.0, 2**70, Float::INFINITY, -Float::INFINITY].map { |other| zero % other } }
puts "the lowest integer"
low = -2**63
p low.divmod(-1).map(&:to_s), low.div(-1).to_s, low % -1, low.remainder(-1), (low / -1).to_s
puts "no numbers"
[nil, "7", :a, [], Object].each do |other|
  p((7.div(other) rescue $!.class), (7.5.div(other) rescue $!.class), ((2**70).div(other) rescue $!.class))
end

# == Rounded halves
# Needs Ruby 3.3: ceil and floor far before the point
floats = [0.5, 1.5, 2.5, -2.5, 3.5, 0.25, 0.35, -0.35, 0.45, 2.675, 2.665, 1.005, 1.015, -1.025, 25.0, 35.0, 25.5, 24.99,
          -0.0, 0.0, -0.04, -0.4, 5.015, 10.075, 1e-300, 5e-324, 2.0**52 + 1, 4503599627370495.5, 0.05, 0.15,
          12345678.905, 0.000125, 99.995, -99.995]
floats.each do |float|
  [:even, :down, :up, nil, "even", "down", "up"].each do |half|
    puts "#{float} #{half.inspect}: #{[0, 1, 2, 3, 5, 14, 15, 17, 20, 310, -1, -2, -20].map { |n| float.round(n, half: half) }.join(" ")}"
  end
  puts "#{float}: #{[1, 2, 14, 15, 17, 310, -1, -20].map { |n| [float.floor(n), float.ceil(n), float.truncate(n)] }.join(" ")}"
end
[5, 15, 25, 35, -25, -35, 250, 2**63 - 1, -2**63, 10**30 + 5, 10**30 + 15, -(10**30) - 5, -(10**30) - 15].each do |whole|
  [:even, :down, :up, nil, "even", "down", "up"].each do |half|
    puts "#{whole} #{half.inspect}: #{[0, 1, -1, -2, -19, -30, -31, -40].map { |n| whole.round(n, half: half) }.join(" ")}"
  end
end
[:even, :down, :up, nil, "even"].each do |half|
  p [Rational(5, 2), Rational(-5, 2), Rational(7, 2), Rational(25, 1)].map { |r| [r.round(half: half), r.round(-1, half: half)] }
end
[:foo, "foo", 1, ""].each do |half|
  [5, 25, 2.5, 0.0, Rational(5, 2), 2**70].each do |number|
    [0, 1, -1].each { |digits| puts((number.round(digits, half: half) rescue "#{$!.class}: #{$!.message}")) }
  end
end
p((Float::NAN.round(half: :even) rescue $!.class), (Float::INFINITY.round(half: :down) rescue $!.class))
p Float::NAN.round(2, half: :even), Float::INFINITY.round(2, half: :even)

# == Logarithms
# Needs Ruby 3.3: the base 1
p Math.log(10**400), Math.log2(10**400), Math.log10(10**400)
p Math.log(2**1024), Math.log(2**1024 - 1), Math.log2(2**5000), Math.log2(2**5000 + 1), Math.log10(10**5000)
(1000..1100).step(7) { |bits| p Math.log(3**bits), Math.log2(5**bits), Math.log10(7**bits) }
%i[log log2 log10].each { |name| p((Math.public_send(name, -(10**400)) rescue $!.class), Math.public_send(name, 0), Math.public_send(name, -0.0)) }
p((Math.log(8, -2) rescue $!.class), Math.log(8, 0), Math.log(8, 1), Math.log(8, 2), Math.log(8, Rational(1, 2)), Math.log(0.0, 0.0).nan?)
[nil, :a, []].each { |no| p((Math.log(no) rescue $!.class), (Math.log(8, no) rescue $!.class)) }
p Math.sqrt(-0.0), Math.sqrt(10**400), Math.sqrt(2**64)
[2**31, 2**32, -2**31 - 1, -2**32, 2**40 + 3].each { |exponent| p((Math.ldexp(1.0, exponent) rescue $!.class)) }
p Math.ldexp(1.0, 2**31 - 1), Math.ldexp(1.0, -2**31), Math.ldexp(5e-324, 1074), Math.ldexp(3.0, -1075), Math.frexp(10**400)
p 2.pow(-1), 2.pow(-3), (-2).pow(-3), (2**64).pow(-1), 2.pow(0.5), 3.pow(4), 3.pow(4, 5), (2**64).pow(2)
p [0, 1, -1, 2**63, -(2**63), 2**64, 2**64 - 1, 2**128, -(2**128), 256**10 - 1, 256**40 - 1].map(&:size)

# == Parts of what is not finite, and of nearly nothing
p Float::NAN.numerator.nan?, Float::INFINITY.numerator, -Float::INFINITY.numerator, Float::NAN.denominator, Float::INFINITY.denominator
p -0.0.arg, 0.0.arg, -1.5.arg, 2.5.phase, Float::NAN.angle.nan?, 5e-324.prev_float, -5e-324.next_float
p 0.0.equal?(-0.0), 0.0.equal?(0.0), 1.5.equal?(1.5), 2.5.quo(2), 1.5.infinite?, 5.infinite?, 5.finite?
p Rational(2**66 + 1, 3**36).to_f, (2**66 + 1).fdiv(3**36), (3**50).fdiv(7**20), (10**400).fdiv(10**399), 1.fdiv(3**40), Rational(7, 3).fdiv(2)
p Math.gamma(5), Math.gamma(171), Math.gamma(0.5).round(9), Math.gamma(0.0), Math.gamma(-0.0), Math.lgamma(0.5).map { |v| v.round(9) }, Math.lgamma(-0.0)
