# frozen_string_literal: true

h = (1..1_000).to_h { |i| [i, i] }
sum = 0
5.times { h.each { |k, v| sum += k * v } }
sum
