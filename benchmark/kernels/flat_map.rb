# frozen_string_literal: true

a = (1..1_000).to_a
a.flat_map { |n| [n, -n] }.size
