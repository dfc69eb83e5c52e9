# frozen_string_literal: true

h = {}
5_000.times { |i| h[i] = i }
h.size
