# frozen_string_literal: true

require "set"
set = Set.new
3_000.times { |i| set << i % 500 }
[set.size, 1_000.times.count { |i| set.include?(i) }]
