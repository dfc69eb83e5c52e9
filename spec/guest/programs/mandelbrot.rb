PALETTE = " .:-=+*#%@".chars.freeze

def escape_time(cr, ci, limit)
  zr = zi = 0.0
  limit.times do |i|
    zr2 = zr * zr
    zi2 = zi * zi
    return i if zr2 + zi2 > 4.0

    zi = 2 * zr * zi + ci
    zr = zr2 - zi2 + cr
  end
  limit
end

def render(width, height, limit: 40)
  (0...height).map do |row|
    (0...width).map do |column|
      cr = -2.2 + 3.2 * column / width
      ci = -1.2 + 2.4 * row / (height - 1)
      n = escape_time(cr, ci, limit)
      n == limit ? "@" : PALETTE[n * PALETTE.size / limit]
    end.join.rstrip
  end
end

puts render(60, 21)
z = 0
steps = Array.new(6) { z = z**2 + 0.25 }
puts steps.map { |v| format("%.6f", v) }.join(" ")

def plot(width, height)
  grid = Array.new(height) { " " * width }
  width.times do |x|
    y = (height / 2 + Math.sin(x * 2 * Math::PI / width) * (height / 2)).round
    grid[y.clamp(0, height - 1)][x] = "*"
  end
  grid.map(&:rstrip)
end
puts plot(48, 11)

def newton(guess, epsilon = 1e-12)
  loop do
    better = guess - yield(guess)
    return better if (better - guess).abs < epsilon

    guess = better
  end
end
puts format("%.9f", newton(1.0) { |x| (x * x - 2) / (2 * x) }), format("%.9f", newton(1.0) { |x| (Math.cos(x) - x) / (-Math.sin(x) - 1) })

def integrate(range, steps)
  width = (range.end - range.begin).to_f / steps
  (0...steps).sum { |i| yield(range.begin + (i + 0.5) * width) } * width
end
puts format("%.5f", integrate(0..Math::PI, 1000) { |x| Math.sin(x) }), format("%.4f", integrate(0..3, 300) { |x| x**2 })
inside = 0
seed = 42
2000.times do
  seed = (seed * 16_807) % 2_147_483_647
  x = seed.fdiv(2_147_483_647)
  seed = (seed * 16_807) % 2_147_483_647
  inside += 1 if x**2 + seed.fdiv(2_147_483_647)**2 <= 1
end
puts format("%.3f", 4.0 * inside / 2000)
puts Float::INFINITY > 1e308, (0.0 / 0).nan?, 1.0.infinite?.inspect, -1.0 / 0, 0.1 + 0.2 == 0.3, (0.1 + 0.2 - 0.3).abs < Float::EPSILON, 1e2.to_i, 3.99.to_i, 3.0 == 3, 3.eql?(3.0), 7.5.divmod(2).inspect, 2**-1, 2.0**0.5 == Math.sqrt(2), 10.0.floor, 1.23456.round(3), 1e-7.to_s, 1234567.0.to_s, 1.1 - 1.0 > 0.1
