# frozen_string_literal: true

sum = 0
10_000.times { |i| sum += i }
sum
