inside = 0
40.times do |row|
  60.times do |column|
    cr = column / 20.0 - 2.0
    ci = row / 20.0 - 1.0
    x = y = 0.0
    steps = 0
    while steps < 50 && x * x + y * y < 4.0
      x, y = x * x - y * y + cr, 2.0 * x * y + ci
      steps += 1
    end
    inside += 1 if steps == 50
  end
end
inside
