# frozen_string_literal: true

sum = 0
(1..10_000).each { |i| sum += i }
sum
