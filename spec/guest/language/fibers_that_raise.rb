# == An exception where a fiber waits
# Needs Ruby 3.3: what is raised there
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { f = Fiber.new { begin; Fiber.yield 1; rescue => e; [e.class, e.message]; end }; f.resume; f.raise("boo") }
told { f = Fiber.new { Fiber.yield 1 }; f.resume; f.raise(ArgumentError, "boo") }
told { f = Fiber.new { begin; Fiber.yield 1; rescue => e; Fiber.yield [e.message, 2]; 3; end }; f.resume; [f.raise("q"), f.resume] }
told { f = Fiber.new { Fiber.yield 1 }; f.resume; begin; f.raise(IOError, "a"); rescue => e; [e.class, e.message, f.alive?]; end }
told { f = Fiber.new { Fiber.yield 1 }; f.resume; f.raise(Class) }
told { f = Fiber.new { Fiber.yield 1 }; f.resume; begin; f.raise(ArgumentError, "m", ["a:1"]); rescue => e; e.backtrace; end }
told { f = Fiber.new { [1].each { |x| begin; Fiber.yield x; rescue => e; p e; end }; :done }; f.resume; f.raise("in each") }
told { f = Fiber.new { loop { Fiber.yield 1 } }; f.resume; f.raise(StopIteration, "s") }
told { f = Fiber.new { x = Fiber.yield(1) rescue 7; x }; f.resume; f.raise("z") }
told do
  seen = []
  f = Fiber.new do
    begin
      Fiber.yield
    ensure
      seen << 1
    end
  rescue => e
    seen << e.message
  ensure
    seen << 2
  end
  f.resume
  f.raise("k")
  seen
end
told { f = Fiber.new { Fiber.yield; 5 }; f.resume; [f].each { |x| x.raise("inside") } }
told { f = Fiber.new { Fiber.yield; 5 }; f.resume; %w[a].map { f.raise("inside") rescue 3 } }
told { Fiber.current.raise("x") }

# == What a fiber refuses
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

# Needs Ruby 3.3: the words
told { f = Fiber.new { }; f.resume; f.resume }
told { f = Fiber.new { f.resume }; f.resume }
told { f = nil; g = Fiber.new { f.resume }; f = Fiber.new { g.resume }; f.resume }
told { Fiber.yield }
told { m = Fiber.current; f = Fiber.new { m.resume }; f.resume }
told { f = Fiber.new { Fiber.yield }; f.transfer; f.resume }
told { f = Fiber.new { Fiber.yield }; f.resume; f.transfer }
told { f = Fiber.new { }; f.resume; f.transfer }
told { Fiber.new }
told { Fiber.new { }.raise("x") }
told { f = Fiber.new { }; f.resume; f.raise("x") }

# == Ended from outside
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

# Needs Ruby 3.3: Fiber#kill
told { f = Fiber.new { begin; Fiber.yield; ensure; puts "left"; end }; f.resume; f.kill; f.alive? }
told { f = Fiber.new { Fiber.yield }; [f.kill.equal?(f), f.alive?] }
told { f = Fiber.new { }; f.resume; f.kill.alive? }
