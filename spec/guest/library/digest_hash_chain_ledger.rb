# Needs Ruby 3.3: its standard library
require 'digest'
require 'json'

Block = Data.define(:index, :data, :previous, :nonce) do
  def digest = Digest::SHA256.hexdigest(JSON.generate([index, data, previous, nonce]))
  def valid? = digest.start_with?('00')
end

class Chain
  attr_reader :blocks

  def initialize
    @blocks = []
  end

  def add(data)
    previous = @blocks.last&.digest || '0' * 64
    nonce = (0..).find { |n| Block.new(@blocks.size, data, previous, n).valid? }
    @blocks << Block.new(@blocks.size, data, previous, nonce)
    self
  end

  def broken
    @blocks.each_cons(2).filter_map { |a, b| b.index unless b.previous == a.digest } +
      @blocks.reject(&:valid?).map(&:index)
  end
end

chain = Chain.new
chain.add('genesis').add('from' => 'ann', 'to' => 'bob', 'sum' => 5).add(['note', nil, 1.5])

chain.blocks.each { |b| puts "#{b.index} nonce=#{b.nonce.to_s.rjust(4)} #{b.digest[0, 12]} <- #{b.previous[0, 12]}" }
p chain.broken

chain.blocks[1] = chain.blocks[1].with(data: { 'from' => 'ann', 'to' => 'bob', 'sum' => 500 })
p chain.broken.uniq.sort
p chain.blocks[2].data
p Block.members

def merkle(hashes)
  return hashes.first if hashes.size == 1

  merkle(hashes.each_slice(2).map { |a, b = a| Digest::SHA256.hexdigest(a + b) })
end
root = merkle(%w[a b c].map { |s| Digest::SHA256.hexdigest(s) })
puts root
p root == merkle(%w[a b c c].map { |s| Digest::SHA256.hexdigest(s) })
p Digest::SHA256.digest('a').unpack('C4'), Digest::SHA256.digest('a').unpack1('H8')
