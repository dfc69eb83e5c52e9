# What methods answer at their edges: ends of ranges, signs, lengths, bytes beyond ASCII, sizes, modules.
def error
  yield
rescue StandardError => e
  e.class
end

p "abc-d".delete("a-c"), "hello".count("a-h"), "aabbcc".squeeze("a-b"), "aabbcc".tr_s("ab", "xy"), "xyz".tr("a-z", "A-Z")
p %w[Az zz99 1.9.9 a-9 <<koala>> 1.9.Z Zz -9 ***].map(&:succ), "".succ, "é".succ, "\xff".b.succ
p "a\x01b\x7f", "\x01".b, "\e[0m", "\u0085"
p [233].pack("C").encoding, [233].pack("U").encoding, [1, "a"].pack("Ca").encoding
p [2**64 - 1].pack("Q").bytes, ("\xff" * 8).b.unpack1("Q"), [2**63].pack("Q").unpack1("q") == -2**63
puts "numbers"
p error { Integer("123456789012345678901234567890x") }, Integer("123456789012345678901234567890 "), "-9223372036854775808".to_i
p ~(2**64), -(2**64) & -(2**65), -1 ^ 2**64, -(2**64 + 1) >> 1, -(2**64) >> 70, (10.0**25).to_i, (-3).pow(3, 7)
p (3**200).pow(2, 10**50 + 2), (3**200).pow(17, 2**130 + 6), 7.pow(10**40, 10**50 + 2), (10**60) % (2**130 + 6)
p 2**53 + 1 == (2**53).to_f, 2**53 + 1 > (2**53).to_f, 2**70 == 2.0**70, 2.0**70 == 2**70, (2**70 + 1 <=> 2.0**70), (1 <=> Float::NAN)
p 5.015.round(2), 1.005.round(2), 5e-324.ceil(3), (10.0**25).floor(-2), 1e20.divmod(3).first, 0.1.floor(20), -0.15.round(1), 7.div(2**70)
p 2**-2, (-3)**-3, 15.round(-1), 14.round(-1), 25.round(-1), (-15).round(-1)
puts "collections"
p [1, 2, 3].fill(0, 1..4), [1, 2].fill(9, 3..4), [1, 2, 3].fill(0, -2..)
a = [1, 2, 3]
p a.pop(2), a, a.pop(0), a.pop(9), error { a.pop(-1) }, error { a.freeze.pop(1) }
p [1, 2.0].difference([1.0, 2]), [1].intersect?([1.0]), [1, 1.0].uniq!, [1, 1.0].intersection([1.0]), %w[a b].intersect?(%w[b])
p error { [[1]].dig(0, 0, 0) }, [[nil]].dig(0, 0, 0), ([5].dig(0, 1) rescue $!.message)
p (1..3.5).to_a, (1...3.0).to_a, (1..0.5).to_a, (1...1.5).to_a, error { (1..).to_a }
p ("a".."e").include?("bb"), ("a".."e").cover?("bb"), ("a".."e") === "bb", (1..5).include?(2.5), ("a"..).include?("b") rescue p $!.class
Step = Struct.new(:n) do
  def succ = Step.new(n + 1)
  def <=>(other) = n <=> other.n
end
p (Step.new(1)..).first(2).map(&:n), (Step.new(1)..Step.new(3)).map(&:n), error { (1.5..2).each { } }
p Enumerator.new(3) { |y| y << 1 }.size, Enumerator.new(-> { 42 }) { |y| y << 1 }.size, Enumerator.new { |y| y << 1 }.size
puts "modules"
module Empty; end
p Empty.const_get(:String), Empty.const_defined?(:String), error { Empty.const_get(:Nowhere) }, Empty.const_defined?(:String, false)
p respond_to?(:public), respond_to?(:private), respond_to?(:define_method), error { Object.new.define_method(:x) { } }
p [].method(:each_index).parameters
def endless = endless
3.times do
  GC.start
  endless
rescue SystemStackError => e
  p e.message
end
puts "arguments"
def count(**keys) = keys.size
p count(**{ x: 0 }, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13, n: 14, o: 15, p: 16)
def given = block_given?
def yielded = [1].map { |x| yield x }
p given, given { }, yielded { |x| x + 1 }
p (lambda(&proc { }).lambda? rescue false), lambda(&-> { }).lambda?
