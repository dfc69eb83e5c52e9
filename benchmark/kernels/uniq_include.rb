# frozen_string_literal: true

a = (1..500).map { |n| n % 100 }
[a.uniq.size, 100.times.count { |n| a.include?(n) }]
