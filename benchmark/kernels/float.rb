# frozen_string_literal: true

x = 0.5
i = 0
while i < 10_000
  x = x * 1.0001 + 0.25
  x -= 100.0 if x > 100.0
  i += 1
end
x
