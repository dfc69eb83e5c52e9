i, j, f = 1234, 56, 1.5
big = 3**200

i + j
i / j
i % j
i.divmod(j)
i.fdiv(j)
i.pow(j, 97)
i**5
i.to_s
i.to_s(2)
i.inspect
i.digits
i.gcd(j)
i.zero?
i.positive?
i.even?
i.pred
i.abs
i.clamp(1, 100)
i.between?(1, 5000)
i.round(-2)
i.floor(-2)
i.bit_length
i[3]
i & j
i <=> j
i == f
i.to_f
i.to_r
j.chr
i.coerce(f)
i.hash
Integer.sqrt(i)
Integer("1234")
Integer("ff", 16)
i.times.to_a
1.upto(10).to_a
10.downto(1).map { |x| x }
1.step(20, 3).to_a
big + i
big * big
big / i
big % i
big.to_s
big == big
