# frozen_string_literal: true

class Point
  attr_reader :x

  def initialize(x) = @x = x
end
point = Point.new(1)
sum = 0
i = 0
while i < 10_000
  sum += point.x
  i += 1
end
sum
