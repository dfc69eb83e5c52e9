# frozen_string_literal: true

h = (1..1_000).to_h { |i| [i, i] }
[h.map { |k, v| k + v }.sum, h.select { |_, v| v > 500 }.size, h.transform_values { |v| v + 1 }.size]
