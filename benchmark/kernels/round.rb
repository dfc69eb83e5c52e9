# frozen_string_literal: true

sum = 0.0
3_000.times { |i| sum += (i / 7.0).round(2) }
sum
