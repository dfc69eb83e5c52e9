require "set"
s, t = Set.new(0...50), Set.new(25...75)
Point = Struct.new(:x, :y)
Named = Struct.new(:x, :y, keyword_init: true)
q = Point.new(1, 2)

s.include?(5)
s.dup.add(5)
s | t
s & t
s - t
s ^ t
s == t
s.subset?(t)
s.to_a
s.size
s.map { |x| x }
s.each { |x| x }
s.max
s.minmax
s.sum
s.sort
Set[1, 2, 3]
s.group_by(&:odd?)
s.first
q.x
q.x = 1
q.to_a
q == Point.new(1, 2)
q[0]
q[:x]
q.to_h
q.hash
q.inspect
Point.new(1, 2)
Named.new(x: 1, y: 2)
q.each { |x| x }
x, y = *q
(case q; in [x, y] then x; end)
