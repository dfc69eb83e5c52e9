# frozen_string_literal: true

a = (1..1_000).to_a
a.each_with_object([]) { |n, out| out << n if n.odd? }.size
