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
