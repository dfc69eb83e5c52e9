# frozen_string_literal: true

a = (1..500).map { |n| n * 7919 % 10_007 }
a.sort { |x, y| y <=> x }.first
