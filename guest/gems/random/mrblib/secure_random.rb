# SecureRandom: numbers, bytes and names out of the host's entropy.
module SecureRandom
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

    def random_number(limit = 0)
      case limit
      when nil, 0 then __fresh.rand
      when Range then __fresh.rand(limit)
      else limit > 0 ? __fresh.rand(limit) : __fresh.rand
      end
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
