# frozen_string_literal: true

h = (1..1_000).to_h { |i| [i, i] }
sum = 0
5_000.times { |i| sum += h[i % 1_000 + 1] }
sum
