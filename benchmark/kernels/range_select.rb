# frozen_string_literal: true

(1..5_000).select { |i| i % 3 == 0 }.sum
