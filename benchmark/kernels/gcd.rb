# frozen_string_literal: true

sum = 0
2_000.times { |i| sum += (i + 1).gcd(360) }
sum
