# Needs Ruby 3.3: uuid_v7
require "random/formatter"
require "securerandom"

def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

random = Random.new(42)
p random.hex(3), random.alphanumeric(8), random.uuid, random.base64(4), random.urlsafe_base64, random.random_bytes(2).bytes
p random.random_number(10), random.random_number(1.0..2.0), random.rand(3), random.random_number, random.random_number(-1)
p random.alphanumeric(6, chars: %w[x y]), random.urlsafe_base64(4, true), random.is_a?(Random::Formatter), Random.hex(2).size
p t { random.random_number("a") }, t { SecureRandom.random_number([]) }, SecureRandom.is_a?(Random::Formatter)
p SecureRandom.uuid_v4[14], SecureRandom.uuid_v7[14], SecureRandom.uuid_v7.size, t { SecureRandom.uuid_v7(extra_timestamp_bits: 13) }
first = SecureRandom.uuid_v7(extra_timestamp_bits: 12)
p first[/\A\h{8}-\h{4}-7\h{3}-[89ab]\h{3}-\h{12}\z/] == first, (Time.now.to_f * 1000 - first.delete("-")[0, 12].hex).abs < 60_000
p [SecureRandom.random_number(1...1), SecureRandom.random_number(0), SecureRandom.random_number(nil)].all?(Float)
