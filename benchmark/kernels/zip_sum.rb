# frozen_string_literal: true

a = (1..1_000).to_a
b = a.reverse
5.times.map { a.zip(b).sum { |x, y| x * y } }.last
