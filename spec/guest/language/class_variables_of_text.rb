# == Of the class that the text is run in
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

class Runs
  @@own = :own

  def set(type) = type.class_eval("@@foo = :foo")
  def get(type) = type.class_eval("@@foo")
  def method_of(type) = type.class_eval("def foo = @@foo")
  def block(type) = type.class_eval { @@own }
  def within(object) = object.instance_eval("@@own")
end
type = Class.new
runs = Runs.new
told { runs.set(type) }
told { [type.class_variables, Runs.class_variables] }
told { runs.get(type) }
told { runs.method_of(type); type.new.foo }
told { runs.block(type) }
told { [7, :a, nil, true, 1.5, Object.new, [], "x"].map { |object| runs.within(object) } }
told { m = Module.new; m.module_eval("@@a = 2"); m.class_variables }
told { type.class_eval("@@bar = 1; def self.bar = @@bar"); type.bar }
