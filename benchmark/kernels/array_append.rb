# frozen_string_literal: true

a = []
10_000.times { |i| a << i }
a.size
