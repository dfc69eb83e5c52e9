# Bits: flags, masks, counting, Gray codes, sets, xor swaps, endianness.
module Permission
  READ = 1 << 0
  WRITE = 1 << 1
  EXECUTE = 1 << 2
  ALL = READ | WRITE | EXECUTE

  def self.names(mask) = constants.reject { |c| c == :ALL }.select { |c| mask.anybits?(const_get(c)) }.map { |c| c.to_s.downcase }.sort
end
mask = Permission::READ | Permission::EXECUTE
puts Permission.names(mask).inspect, mask.allbits?(Permission::ALL), mask.nobits?(Permission::WRITE), mask & ~Permission::READ
puts format("%03b", mask ^ Permission::ALL)

puts (0..8).map { |n| format("%04b", n ^ (n >> 1)) }.join(" ")
puts [0, 1, 7, 255, 256].map { |n| n.to_s(2).count("1") }.inspect, 1024.bit_length, (-1).bit_length, (2**70).bit_length
puts 16.to_s(2).rjust(8, "0"), 0b1111_0000 >> 4, 1 << 40, -8 >> 1, ~5, 5[0], 5[1], 5[2]
power_of_two = ->(n) { n.positive? && (n & (n - 1)).zero? }
puts [1, 2, 3, 64, 100].map(&power_of_two).inspect
a, b = 12, 9
a ^= b
b ^= a
a ^= b
puts a, b, [4, 1, 2, 1, 2].reduce(:^)

class BitSet
  include Enumerable
  def initialize(bits = 0) = @bits = bits
  def add(n) = BitSet.new(@bits | (1 << n))
  def delete(n) = BitSet.new(@bits & ~(1 << n))
  def include?(n) = @bits[n] == 1
  def |(other) = BitSet.new(@bits | other.bits)
  def &(other) = BitSet.new(@bits & other.bits)
  def each = (0...@bits.bit_length).each { |i| yield i if include?(i) }
  def ==(other) = bits == other.bits
  attr_reader :bits
end
s = [3, 5, 64].reduce(BitSet.new) { |set, n| set.add(n) }
t = BitSet.new(0b101000)
puts s.to_a.inspect, (s & t).to_a.inspect, (s | t).count, s.delete(64) == t, s.include?(4), s.bits
reverse_bits = ->(n, width) { n.to_s(2).rjust(width, "0").reverse.to_i(2) }
puts reverse_bits.(0b0011, 4), [1, 256].pack("S>L<").bytes.inspect, [0x12345678].pack("N").unpack("C*").map { |x| x.to_s(16) }.inspect
checksum = "hello".bytes.reduce(0xffff) { |crc, byte| 8.times.reduce(crc ^ byte) { |c, _| c.odd? ? (c >> 1) ^ 0xA001 : c >> 1 } }
puts checksum.to_s(16)
hash = "hello".each_byte.reduce(2166136261) { |h, c| ((h ^ c) * 16777619) & 0xffffffff }
puts hash
