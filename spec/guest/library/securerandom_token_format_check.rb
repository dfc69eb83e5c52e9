# Needs Ruby 3.3: its standard library
require 'securerandom'

Generator = Struct.new(:label, :pattern, :maker) do
  def ok?(times = 50) = Array.new(times) { instance_exec(&maker) }.all? { |v| pattern === v }
end

GENERATORS = [
  Generator.new('hex', /\A\h{32}\z/, -> { SecureRandom.hex }),
  Generator.new('hex(4)', /\A\h{8}\z/, -> { SecureRandom.hex(4) }),
  Generator.new('uuid', /\A\h{8}-\h{4}-4\h{3}-[89ab]\h{3}-\h{12}\z/, -> { SecureRandom.uuid }),
  Generator.new('uuid_v7', /\A\h{8}-\h{4}-7\h{3}-[89ab]\h{3}-\h{12}\z/, -> { SecureRandom.uuid_v7 }),
  Generator.new('base64', %r{\A[\w+/]+=*\z}, -> { SecureRandom.base64(9) }),
  Generator.new('urlsafe', /\A[\w-]+\z/, -> { SecureRandom.urlsafe_base64 }),
  Generator.new('alphanumeric', /\A[A-Za-z0-9]{12}\z/, -> { SecureRandom.alphanumeric(12) }),
  Generator.new('pin', /\A[0-9]{6}\z/, -> { SecureRandom.alphanumeric(6, chars: [*'0'..'9']) }),
  Generator.new('die', 1..6, -> { SecureRandom.random_number(1..6) }),
  Generator.new('below 10', 0...10, -> { SecureRandom.random_number(10) }),
  Generator.new('unit', 0.0...1.0, -> { SecureRandom.random_number }),
  Generator.new('rand', 5..7, -> { SecureRandom.rand(5..7) })
].freeze

GENERATORS.each { |g| puts "#{g.label.ljust(14)} #{g.ok? ? 'ok' : 'FAILED'}" }

p SecureRandom.random_bytes(5).bytesize, SecureRandom.bytes(3).encoding, SecureRandom.hex(0)
p Array.new(100) { SecureRandom.uuid }.uniq.size
p [1, 2, 3].shuffle(random: SecureRandom).sort, [7, 7].sample(random: SecureRandom)
p (1..5).to_a.sample(3, random: SecureRandom).uniq.size
p SecureRandom.hex.frozen?, SecureRandom.random_float.class rescue puts "no such method: #{$!.name}"
p SecureRandom.choose([*'a'..'c'], 4) rescue puts "#{$!.class}: #{$!.name} is private"
p SecureRandom.respond_to?(:gen_random), SecureRandom.class
begin
  SecureRandom.random_number(5..1)
rescue ArgumentError => e
  puts e.message
else
  puts 'empty range accepted'
end
