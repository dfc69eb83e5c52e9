# frozen_string_literal: true

a = Array.new(100) { |i| i }
sum = 0
i = 0
while i < 10_000
  sum += a[i % 100]
  i += 1
end
sum
