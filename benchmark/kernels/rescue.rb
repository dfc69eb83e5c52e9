# frozen_string_literal: true

count = 0
1_000.times do
  raise ArgumentError, "no"
rescue ArgumentError => e
  count += e.message.size
end
count
