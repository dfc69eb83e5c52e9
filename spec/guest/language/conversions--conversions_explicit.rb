# Integer(), Float(), String(), Array(), Hash(), Rational(), to_* and their failures.
puts Integer("42"), Integer("0x1f", 16), Integer("0b101", 2), Integer("z", 36), Integer("-17"), Integer("1_000"), Integer(3.99), Integer("077", 8), Integer(" 42 ")
puts Float("1.5"), Float("1e3"), Float(3), String(42), String(nil).inspect, String(:a), Array(nil).inspect, Array([1]).inspect, Array(1..3).inspect, Array({ a: 1 }).inspect, Array("a").inspect
puts Rational(0.5), Rational(3, 6)
[["Integer", "4x"], ["Integer", ""], ["Integer", nil], ["Integer", "1.5"], ["Float", "abc"], ["Float", ""], ["Integer", []], ["Integer", "0b2"]].each do |name, value|
  puts "#{name}(#{value.inspect}): #{Kernel.send(name, value)}"
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
puts Integer("x", exception: false).inspect, Float("1.x", exception: false).inspect, Integer("12", exception: false), Integer(nil, exception: false).inspect
puts "42abc".to_i, "abc".to_i, "3.7xyz".to_f, "0x1A".hex, "".to_f, "1e2".to_f, " 12 ".to_i, "1_000".to_i, "0b11".to_i(0), "11".to_i(2) rescue puts $!.message
puts :a.to_proc.call("x") rescue puts "proc"
puts 65.chr, "A".ord, 3.7.to_i, 3.to_f, 10.to_s(2), nil.to_a.inspect, nil.to_s.inspect, nil.to_i, [[1, 2]].to_h.size, { a: 1 }.to_a.inspect, (1..3).to_a.inspect, "abc".to_sym.inspect, :abc.to_s
puts 1.0.to_i, 1e3.to_i, 2.0.to_r, 0.5.to_r, 3.to_r, 3.7.truncate, -3.7.to_i, 1.23456e5.to_s, 100.0.to_s, 1e-10.to_s, 1.0e25.to_s rescue puts $!.message
puts "10" + 5.to_s, "10".to_i + 5, "5" * 3, [1, 2].join.to_i, "3 apples".to_i, "%d" % "12", "%s" % :sym
puts [1, "2", 3.5, nil, :four].map(&:to_s).inspect, ["1", "2"].sum(&:to_i), ["1.5", "2"].sum(&:to_f), %w[3 1 2].sort_by(&:to_i).inspect, %w[10 9 8].max_by(&:to_i), %w[10 9].max
puts true & false, true ^ true, !!nil, nil.to_a.empty?, nil & true, true.to_s, "true" == true.to_s, 0 ? "zero is true" : "no", "".empty? ? "empty" : "no"
class Temp
  def initialize(d) = @d = d
  def to_i = @d.to_i
  def to_f = @d.to_f
  def to_s = "#{@d}°"
  def to_str = to_s
  def to_a = [@d]
  def to_ary = [@d, "C"]
  def to_proc = ->(x) { x + @d }
  def to_h = { d: @d }
  def coerce(n) = [n, @d]
end
t = Temp.new(20.5)
puts Integer(t), Float(t), "it is " + t, [1, 2].map(&t).inspect, 10 + t, 1.5 * t, "#{t}", t.to_h.size
