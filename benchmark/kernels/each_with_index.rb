# frozen_string_literal: true

a = (1..1_000).to_a
sum = 0
5.times { a.each_with_index { |n, i| sum += n * i } }
sum
