def plain(text) = text.gsub(/0x\h+/, "0x0")

node = Object.new
node.instance_variable_set(:@next, node)
node.instance_variable_set(:@name, "n")
puts plain(node.inspect)

pair = Object.new
other = Object.new
pair.instance_variable_set(:@other, [other])
other.instance_variable_set(:@other, { pair: pair })
puts plain(pair.inspect)

named = Object.new
def named.to_s = "named"
named.instance_variable_set(:@a, 1)
puts plain(named.inspect), named.to_s, "#{named}"

Point = Struct.new(:x, :y)
point = Point.new(1)
point.y = point
p point
line = Point.new(point, [point])
p line
loose = Struct.new(:me).new
loose.me = loose
puts plain(loose.inspect)
