p Math.log(10**400), Math.log2(10**400), Math.log10(10**400), Math.log(10, 10**400), Math.log(10**400, 10**350)
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
