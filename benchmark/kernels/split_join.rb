# frozen_string_literal: true

s = (1..1_000).to_a.join(",")
3.times.map { s.split(",").map(&:to_i).sum }.last
