# frozen_string_literal: true

Spot = Struct.new(:x, :y)
sum = 0
3_000.times do |i|
  spot = Spot.new(i, 1)
  sum += spot.x + spot.y
end
sum
