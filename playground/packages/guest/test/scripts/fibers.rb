fiber = Fiber.new do |a|
  b = Fiber.yield(a + 1)
  Fiber.yield(b * 2)
  :done
end
[fiber.resume(1), fiber.resume(10), fiber.resume, fiber.alive?]
