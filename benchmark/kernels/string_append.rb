# frozen_string_literal: true

s = +""
5_000.times { |i| s << "item" }
s.size
