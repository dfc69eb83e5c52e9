# frozen_string_literal: true

last = nil
1_000.times { |i| last = format("%05d %.2f %s", i, i / 3.0, "x") }
last
