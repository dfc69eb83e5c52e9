# frozen_string_literal: true

sum = 0
0.step(20_000, 2) { |i| sum += i }
sum
