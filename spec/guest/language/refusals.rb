# == Bounds and options
# Needs Ruby 3.3: words
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { 5.clamp(3, 1) }
told { 5.clamp(3..1) }
told { Integer("z", exception: 1) }
told { Float("0.1.1", exception: nil) }
told { Rational("x", exception: "no") }
told { Complex("x", exception: 0) }
told { Integer(1234, 10) }
told { Integer(12.5, 10) }
told { Integer(nil, 10) }
told { o = Object.new; def o.to_i = raise("x"); Integer(o, exception: false) }
told { Float(1i, exception: false) }
told { Rational("1/0", exception: false) }
told { Class.new.attached_object }
told { begin; eval("1 +", nil, "f.rb"); rescue SyntaxError => e; e.path; end }

# == What is frozen
# Needs Ruby 3.3: words
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { [].freeze.flatten!(:x) }
told { a = [1].freeze; a.replace(a) }
told { [1].freeze.replace(5) }
told { {}.freeze.replace(5) }
told { [1].freeze.flatten!(1, 2) }
class Told; @@k = 1; end
Told.freeze
told { Told.class_variable_set(:@@k, 3) }
told { Told.const_set(:A, 3) }
told { Told.instance_variable_set(:@a, 3) }
told { o = Object.new; def o.m = 1; o.freeze; o.instance_variable_set(:@a, 1) }
told { m = Module.new.freeze; m.const_set(:A, 1) }
told { pattern = Regexp.new("a"); def pattern.foo = 1; [pattern.foo, pattern.frozen?, /a/.frozen?, pattern.dup.frozen?] }
