# frozen_string_literal: true

h = Hash.new(0)
5_000.times { |i| h["key#{i % 100}"] += 1 }
h.size
