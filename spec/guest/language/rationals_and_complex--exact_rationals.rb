# Rationals stay exact, however long their parts get.
p 1.0825r, 0.1r, -2.50r, 3r, 1/3r, 0.1r + 0.2r == 0.3r
rate = 1.0825r
balance = (1..30).inject(1000r) { |sum, _| sum * rate }
puts balance.round(2).to_f, balance.denominator.to_s.size, balance.floor(3)
p (1..30).sum { |n| 1r / n }, 10**30 + 1/3r, 10**30 * (1/3r), 1/3r - 10**25
p 7.quo(2), 6.quo(3), 7.fdiv(2), 2**-3, 0.5.to_r, 0.1.rationalize, 3.14.rationalize(1/100r), (22/7r).rationalize(1/10r)
p [3/4r, 1/2r, 2, 0.6].sort, [1/2r, 1/3r].max, 1r == 1, 1r.eql?(1), 1/2r == 0.5, { 1/2r => 1 }[2/4r], 1 < 3/2r, 3/2r <=> 2
p Rational("0.75"), Rational("2/6"), Rational(1.5), Rational(3, 0.5), "1/3 of".to_r, Rational("x", exception: false)
p (7/2r).round, (5/2r).round, (5/2r).round(half: :even), (-7/2r).floor, (-7/2r).ceil, (-7/2r).truncate, (22/7r).round(3), (7/2r).divmod(1/3r)
p Integer(7/2r), Float(1/3r), format("%.4f", 2/3r), Math.sqrt(9/4r), (2**70).fdiv(3), 2**(1/2r), (1/4r)**2, (1/4r)**-2, (1/4r)**0.5
[-> { 1r / 0 }, -> { Rational("1/0") }, -> { Rational(nil) }, -> { 1r + "a" }].each do |wrong|
  wrong.call
rescue StandardError => e
  puts e.class
end
