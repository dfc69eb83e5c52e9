# frozen_string_literal: true

a = (1..1_000).to_a
5.times.map { a.partition { |n| n > 500 }.map(&:size) }.last
