# A class with thousands of methods: defined, called, redefined, removed, undefined, copied.

class Many
  2000.times { |i| define_method("m#{i}") { i } }
  300.times { |i| define_singleton_method("s#{i}") { i } }
end
many = Many.new
p (0...2000).sum { |i| many.send("m#{i}") }, (0...300).sum { |i| Many.send("s#{i}") }, Many.instance_methods(false).size

class Many
  (0...2000).step(3) { |i| define_method("m#{i}") { -1 } }
  (1...2000).step(3) { |i| remove_method("m#{i}") }
  (2...2000).step(300) { |i| undef_method("m#{i}") }
  def m1 = :again
end
p (0...2000).sum { |i| many.respond_to?("m#{i}") && i != 1 ? many.send("m#{i}") : 0 }, many.m1, Many.instance_methods(false).size
p many.respond_to?(:m4), many.respond_to?(:m2), many.respond_to?(:m5), Many.method_defined?(:m1999)

class Less < Many
  def m0 = [super, :less]
  1000.times { |i| define_method("n#{i}") { i } }
  alias_method :last, :n999
end
p Less.new.m0, Less.new.n500, Less.new.last, Less.instance_methods(false).size, Less.dup.new.n7, Less.new.singleton_methods

module Wide
  500.times { |i| define_method("w#{i}") { i } }
end
many.extend(Wide)
p many.w499, many.method(:w1).owner, Many.clone.new.m3
400.times { |i| eval("def top#{i} = #{i}") }
p (0...400).sum { |i| send("top#{i}") }
