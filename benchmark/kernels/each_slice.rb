# frozen_string_literal: true

a = (1..1_000).to_a
5.times.map { a.each_slice(3).map(&:sum).size }.last
