# frozen_string_literal: true

sum = 0
i = 0
while i < 10_000
  case i % 4
  when 0 then sum += 1
  when 1 then sum += 2
  else sum += 3
  end
  i += 1
end
sum
