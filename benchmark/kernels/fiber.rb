# frozen_string_literal: true

fiber = Fiber.new { 2_000.times { |i| Fiber.yield(i) } }
sum = 0
2_000.times { sum += fiber.resume }
sum
