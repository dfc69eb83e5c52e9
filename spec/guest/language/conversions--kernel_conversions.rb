# Kernel's conversions, and what numbers, strings and structs answer.
def try
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message}"
end

class PC
  A = 1
  private_constant :A
end

P2 = Struct.new(:x, :y) do
  def dist = Math.sqrt(x * x + y * y)
end

try { Integer("0x1A", 16) }
try { Integer("1_000") }
try { Integer("z", exception: false) }
try { Integer(nil) }
try { Integer("") }
try { Integer("12", 3) }
try { Integer(3.99) }
try { Integer("0b101") }
try { Integer(" 42 ") }
try { Integer("4 2") }
try { Integer([1]) }
try { Integer(nil, exception: false) }
try { Integer("9" * 30) }
try { Integer(Float::NAN) }
try { Float("1e3") }
try { Float("1_0.5") }
try { Float("x") }
try { Float("x", exception: false) }
try { Float(nil) }
try { Float("") }
try { Float(" 1.5 ") }
try { Float("1.") }
try { Float(3r) }
try { Float("1e400") }
try { Array(nil) }
try { Array([1]) }
try { Array(1..3) }
try { Array({a: 1}) }
try { Array("a") }
try { Hash(nil) }
try { Hash([]) }
try { Hash([[1, 2]]) }
try { Hash(3) }
try { String(nil) }
try { String(:a) }
try { String(3.5) }
try { Rational("1/3") }
try { Rational("0.75") }
try { Rational(1, 3) }
try { Rational(0.5) }
try { Rational("x") }
try { Rational("2") }
try { Rational(nil) }
try { Rational("1/0") }
try { Rational("-3/6") }
try { "0.5".to_r }
try { "1/3".to_r }
try { "abc".to_r }
try { Rational("x", exception: false) }
try { catch(:a) { throw :a, 5 } }
try { catch { |t| throw t, 7 } }
try { catch(:a) { 3 } }
try { throw :x }
try { throw :x, 1 }
try { catch(:a) { catch(:b) { throw :a, 1 }; 2 } }
try { loop { raise StopIteration } }
try { e = [1].each; loop { e.next }; e.size }
try { loop }
try { r = loop { break 3 }; r }
try { en = Enumerator.new { |y| y << 1; :done }; loop { en.next } }
try { format("%05.1f|%+d|%x|%o|%b|%e|%-5s|%5s|%%|%c|%08b|%.3s|%#x|% d", 3.14159, 5, 255, 8, 5, 12345.678, "ab", "cd", "x", 37, "abcdef", 255, 3) }
try { format("%d", "x") }
try { format("%<a>d %{b}", a: 1, b: 2) }
try { format("%d") }
try { format("%s %s", 1) }
try { sprintf("%010.4f", -3.5) }
try { format("%*d", 5, 1) }
try { format("%-+8.3e|", 1.5) }
try { format("%g %g", 1e10, 1e-5) }
try { format("%x", -255) }
try { format("%s", nil) }
try { format("%p", nil) }
try { format("%,d", 1) }
try { format("%d", 3.99) }
try { format("%i %u", 1, 2) }
try { format("%1$s %2$s %1$s", "a", "b") }
try { format("%d", 2**70) }
try { format("%x", 2**70) }
try { format("%s", [1, "a"]) }
try { format("%c", 10) }
try { format("%c", "é") }
try { [1, 2].pack("C*") }
try { [65, 66].pack("U*") }
try { ["abc"].pack("m") }
try { "YWJj\n".unpack1("m") }
try { [1].pack("N") }
try { [1, 2].pack("s>l<") }
try { ["616263"].pack("H*") }
try { "abc".unpack("C*") }
try { "abc".unpack1("H*") }
try { [1.5].pack("g").unpack1("g") }
try { ["a", "b"].pack("a3A3") }
try { "ab\0".unpack("Z*") }
try { ["abc def"].pack("M") }
try { [1, 300].pack("w*").bytes }
try { ["hi"].pack("m0") }
try { [1].pack("q").size }
try { "\x01\x02".unpack("n") }
try { "abcdef".unpack("a2 x1 a2") }
try { [2**64 - 1].pack("Q") .bytes }
try { Math.sqrt(-1) }
try { Math.log(8, 2) }
try { Math.log(-1) }
try { Math.hypot(3, 4) }
try { Math.log2(8) }
try { Math.log10(1000) }
try { Math.erf(1) }
try { Math.atan2(1, 1) }
try { Math.sqrt("x") }
try { Math.log(0) }
try { Math.sqrt(nil) }
try { Math::PI }
try { Math.sqrt(10**40) }
try { Math.sinh(1) }
try { Math.frexp(1234) }
try { Math.ldexp(0.5, 3) }
try { Integer.sqrt(99) }
try { Integer.sqrt(10**40) }
try { 2**100 }
try { (2**100).to_s(16) }
try { (2**100).digits.size }
try { 10**25 / 3 }
try { -(10**25) % 7 }
try { (2**100).bit_length }
try { (2**64) & (2**65 - 1) }
try { 3**200 % 1000007 }
try { 3.pow(200, 1000007) }
try { (10**20).gcd(10**15 * 7) }
try { 100.digits(16) }
try { (2**70).hash == (2**70).hash }
try { { 2**70 => 1 }[2**70] }
try { 2**70 <=> 2**71 }
try { (2**70).to_f }
try { 1e30.to_i }
try { 1.0.next_float }
try { 5.abs2 }
try { 5.real? }
try { 5.polar }
try { 3.7 .divmod(1.2) }
try { 7.lcm(3) }
try { 6.gcdlcm(4) }
try { 7.ceildiv(2) rescue 4 }
try { 1234.round(-2) }
try { 15.round(-1, half: :even) }
try { 2.5.round(half: :even) }
try { 2.675.round(2) }
try { 1e20.to_i }
try { 0.1 + 0.2 }
try { 1r / 3 + 0.5r }
try { (1..10).bsearch { |x| x >= 7 } }
try { 3.zero? }
try { 7 / 2r }
try { Rational(7, 2) % 2 }
try { Rational(7, 2).divmod(1) }
try { 3.14.to_r }
try { 0.5.numerator }
try { PC.name }
try { [1].to_ary }
try { :abc.slice(1) }
try { 1.method(:+).unbind.class }
try { Array.try_convert([1]) }
try { Array.try_convert(1) }
try { "".method(:upcase).owner }
try { EOFError.superclass }
try { Interrupt.ancestors.include?(Exception) }
try { __method__.inspect }
try { Comparable.instance_method(:clamp).class }
try { 5.clamp(..3) }
try { P2.new(3, 4).dist }
try { P2.new(1) }
try { P2.new(1, 2, 3) }
try { P2.new(1, 2).to_a }
try { a, b = *P2.new(1, 2); [a, b] }
try { P2.new(1, 2)[0] }
try { P2.new(1, 2)["y"] }
try { P2.new(1, 2)[5] }
try { x = P2.new(1, 2); x.x = 5; x }
try { P2.new(1, 2).eql?(P2.new(1, 2)) }
try { P2.new(1, 2).each.to_a }
try { P2.new(1, [2, {a: 3}]).dig(:y, 1, :a) }
try { P2.new(1, 2).values_at(0, 1) }
try { P2.new(3, 1).select(&:odd?) }
try { { P2.new(1, 2) => 3 }[P2.new(1, 2)] }
try { P2.new(1, 2).inspect }
try { P2.new(1,2).each_pair.to_a }
try { P2.new(1, 2).frozen? }
try { P2.new(5, 6).sum }
try { P2.new(1, 2) <=> 3 }
