# frozen_string_literal: true

a = (1..1_000).to_a
sum = 0
10.times { a.each { |n| sum += n } }
sum
