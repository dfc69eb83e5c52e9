require 'securerandom'
require 'digest'

class SeededSource
  include Random::Formatter

  def initialize(seed)
    @seed = seed
    @counter = 0
  end

  def bytes(n)
    out = ''.b
    out << Digest::SHA256.digest("#{@seed}/#{@counter += 1}") while out.bytesize < n
    out.byteslice(0, n)
  end

  private

  def gen_random(n) = bytes(n)
end

a = SeededSource.new('draw-2024')
b = SeededSource.new('draw-2024')

puts a.hex(8), a.uuid, a.base64(6), a.urlsafe_base64(5)
p b.hex(8) == SeededSource.new('draw-2024').hex(8)
p a.random_bytes(4).unpack('C*')
p a.alphanumeric(10).match?(/\A[A-Za-z0-9]{10}\z/)

names = %w[Ana Ben Cho Dee Eli Fay]
order = names.sort_by { |n| Digest::MD5.hexdigest("draw-2024#{n}") }
puts "Order: #{order.join(' ')}"
order.each_slice(2).with_index(1) { |pair, i| puts "Match #{i}: #{pair.join(' v ')}" }

rng = Random.new(42)
p rng.seed, Array.new(3) { rng.rand(100) }, rng.rand(1.0..2.0).between?(1, 2)
p names.shuffle(random: Random.new(1)), names.sample(2, random: Random.new(1))
p Random.new(42) == Random.new(42), Random.new(42).bytes(3).bytes
p Random::Formatter.instance_methods.include?(:hex), SecureRandom.singleton_class.include?(Random::Formatter)
begin
  rng.rand(-1)
rescue ArgumentError => e
  puts e.message
end
