# Without the require of digest
class BloomFilter
  attr_reader :bits, :size

  def initialize(size, hashes)
    @size = size
    @hashes = hashes
    @bits = 0
  end

  def add(word)
    positions(word).each { |i| @bits |= 1 << i }
    self
  end
  alias << add

  def include?(word) = positions(word).all? { |i| @bits[i] == 1 }
  def fill = @bits.digits(2).count(1).fdiv(@size)

  def |(other)
    raise ArgumentError, "sizes differ (#{size} and #{other.size})" unless size == other.size

    dup.tap { |f| f.instance_variable_set(:@bits, bits | other.bits) }
  end

  private

  def positions(word)
    Digest::SHA256.digest(word).unpack('N*').first(@hashes).map { |n| n % @size }
  end
end

colours = BloomFilter.new(128, 3)
%w[red green blue].each { |w| colours << w }
fruit = BloomFilter.new(128, 3).add('apple').add('plum')

%w[red blue apple].each { |w| puts "#{w}: #{colours.include?(w)} #{fruit.include?(w)} #{(colours | fruit).include?(w)}" }
false_hits = ('a'..'zz').count { |w| colours.include?(w) }
puts "false positives below 5%: #{false_hits < 702 * 0.05}"
puts "fill #{(colours.fill * 128).round} bits"
puts colours.bits.to_s(16)

begin
  colours | BloomFilter.new(64, 3)
rescue ArgumentError => e
  puts e.message
end

shingles = ->(text) { text.downcase.scan(/\w+/).each_cons(2).map { |pair| Digest::MD5.hexdigest(pair.join(' '))[0, 6] } }
one = shingles['The quick brown fox jumps']
two = shingles['the quick brown dog jumps']
p one, (one & two).size.fdiv((one | two).size).round(3)
