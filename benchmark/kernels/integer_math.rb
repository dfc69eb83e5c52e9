# frozen_string_literal: true

sum = 0
5_000.times { |i| sum += (i * 3 + 7) / 5 % 11 - (i & 3) + (i ^ 5) }
sum
