# frozen_string_literal: true

sum = 0
1.upto(10_000) { |i| sum += i }
sum
