# Needs Ruby 3.3: a gem of its own
require 'prime'

class ToyRsa
  attr_reader :modulus, :exponent

  def initialize(p, q, exponent = 17)
    [p, q].each { |n| raise ArgumentError, "#{n} = #{n.prime_division.map { |f, e| ([f] * e).join(' * ') }.join(' * ')} is not prime" unless n.prime? }
    raise ArgumentError, 'primes must differ' if p == q

    @modulus = p * q
    @exponent = exponent
    phi = (p - 1) * (q - 1)
    raise ArgumentError, "#{exponent} divides into #{phi}" unless exponent.gcd(phi) == 1

    @private = inverse(exponent, phi)
  end

  def encrypt(number) = number.pow(exponent, modulus)
  def decrypt(number) = number.pow(@private, modulus)
  def sign(text) = decrypt(checksum(text))
  def valid?(text, signature) = encrypt(signature) == checksum(text)

  private

  def checksum(text) = text.each_byte.reduce(7) { |acc, b| (acc * 131 + b) % modulus }

  def inverse(a, m)
    r0, r1, s0, s1 = m, a, 0, 1
    until r1.zero?
      q = r0 / r1
      r0, r1 = r1, r0 - q * r1
      s0, s1 = s1, s0 - q * s1
    end
    s0 % m
  end
end

p, q = Prime.lazy.drop_while { |n| n < 1000 }.first(2)
key = ToyRsa.new(p, q)
puts "n = #{key.modulus}, e = #{key.exponent}"

message = 'Meet at 9'
cipher = message.unpack('U*').map { |c| key.encrypt(c) }
puts cipher.inspect
puts cipher.map { |c| key.decrypt(c) }.pack('U*')

signature = key.sign(message)
puts "valid: #{key.valid?(message, signature)}, altered: #{key.valid?(message.sub('9', '8'), signature)}"

cracked = key.modulus.prime_division.map(&:first)
puts "cracked: #{cracked.join(' x ')}"

[[91, 7], [11, 11], [103, 137, 4]].each do |args|
  ToyRsa.new(*args)
rescue ArgumentError => e
  puts e.message
end
Kernel.p Prime.each_cons(3).lazy.map(&:sum).select(&:prime?).first(5)
