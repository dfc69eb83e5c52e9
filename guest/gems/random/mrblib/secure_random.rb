# SecureRandom: numbers, bytes and names out of the host's entropy.
module SecureRandom
  extend Random::Formatter

  LETTERS = [*"A".."Z", *"a".."z", *"0".."9"].freeze

  class << self
    def bytes(count = nil) = Random.urandom(count.nil? ? 16 : count)
    alias random_bytes bytes
    alias gen_random bytes

    def hex(count = nil) = random_bytes(count).unpack1("H*")
    def base64(count = nil) = [random_bytes(count)].pack("m0")

    def urlsafe_base64(count = nil, padding = false)
      text = base64(count).tr("+/", "-_")
      padding ? text : text.delete("=")
    end

    def uuid
      digits = bytes(16).unpack("NnnnnN")
      digits[2] = (digits[2] & 0x0fff) | 0x4000
      digits[3] = (digits[3] & 0x3fff) | 0x8000
      format("%08x-%04x-%04x-%04x-%04x%08x", *digits)
    end

    alias uuid_v4 uuid

    # By the time in milliseconds, and up to 12 bits of what is left of it.
    def uuid_v7(extra_timestamp_bits: 0)
      raise ArgumentError, "extra_timestamp_bits must be in 0..12" unless (0..12).cover?(extra_timestamp_bits)

      now = Time.now
      milliseconds, rest = (now.to_i * 1_000_000_000 + now.nsec).divmod(1_000_000)
      low, *others = bytes(10).unpack("nnnN")
      chance = 12 - extra_timestamp_bits
      low = low[0, chance] | ((rest << extra_timestamp_bits) / 1_000_000) << chance
      format("%08x-%04x-%04x-%04x-%04x%08x", milliseconds >> 16, milliseconds & 0xffff, low | 0x7000,
             others[0] & 0x3fff | 0x8000, others[1], others[2])
    end

    def random_number(limit = 0)
      __fresh.random_number(limit)
    end

    def rand(limit = 0) = random_number(limit)

    def alphanumeric(count = nil, chars: LETTERS)
      random = __fresh
      Array.new(count || 16) { chars[random.rand(chars.size)] }.join
    end

    private

    # A generator that as much entropy seeds as its numbers are said to have.
    def __fresh = Random.new(bytes(32).unpack("N*").inject { |sum, word| (sum << 32) | word })
  end
end
