# Where methods and constants of text that is evaluated end up.
class K; end
K.class_eval("def a = 1")
def b = 2
p K.instance_methods(false), Object.private_instance_methods(false).include?(:b)
p Class.new { eval("def x = 1") }.instance_methods(false)
p Class.new { 1.times { eval("def x = 1") } }.instance_methods(false)
p Class.new { [1].each { def y = 1 } }.instance_methods(false)
o = Object.new
o.instance_eval("def z = 1")
def c = 3
p o.singleton_methods, Object.private_instance_methods(false).include?(:c)
def m
  K.class_eval("def n = 1")
  [1].each { eval("def q = 1") }
end
m
p K.instance_methods(false).sort
class L
  K.class_eval("X = 1")
  Y = 2
  [1].each { Z = 3 }
  def l = 1
end
p K.constants.sort, L.constants.sort, L.instance_methods(false)

# How many arguments they take
[[:class_eval, []], [:class_eval, ["1", "f", 0, 9]], [:module_eval, ["1", "f", 3]], [:instance_eval, []],
 [:instance_eval, ["1", "f", 1, 2]]].each do |name, arguments|
  p String.public_send(name, *arguments)
rescue ArgumentError => e
  puts "#{name}: #{e.message}"
end
