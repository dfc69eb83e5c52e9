# frozen_string_literal: true

row = { name: "ann", age: 30, city: "Oslo" }
sum = 0
5_000.times { sum += row[:age] }
sum
