# frozen_string_literal: true

def twice = yield(1) + yield(2)
sum = 0
i = 0
while i < 5_000
  sum += twice { |n| n + i }
  i += 1
end
sum
