# frozen_string_literal: true

rows = Array.new(50) { |i| Array.new(50) { |j| i * j } }
10.times.map { rows.transpose.size }.last
