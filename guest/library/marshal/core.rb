# frozen_string_literal: true

# What classes of the core say to Marshal.
class Rational
  def marshal_dump = [numerator, denominator]
  private :marshal_dump
end

class Complex
  def marshal_dump = [real, imaginary]
  private :marshal_dump
end

# The words of the state as one Integer, how many are left and one, the seed.
class Random
  private

  def marshal_dump
    state = __state
    [state.byteslice(0, 2496).reverse.unpack1("H*").hex, 625 - state.byteslice(2496, 4).unpack1("V"), seed]
  end

  def marshal_load(parts)
    raise TypeError, "wrong argument type #{parts.class} (expected Array)" unless parts.is_a?(Array)
    raise ArgumentError, "wrong dump data" unless parts.size.between?(1, 3)

    words, left, seed = (parts + [0, 1, 0].drop(parts.size)).map { |part| Integer(part) }
    raise ArgumentError, "wrong value" unless left.between?(1, 624)

    __srand(seed)
    words = (words.abs & ((1 << (8 * 2496)) - 1)).to_s(16)
    __restore([words.rjust(4992, "0")].pack("H*").reverse << [625 - left].pack("V"))
  end
end

class Encoding
  def _dump(_limit = nil) = name.dup.force_encoding(Encoding::US_ASCII)
  def self._load(name) = find(name)
end

# A moment as eight bytes: of its UTC the year since 1900, the month, the day, the hour, and the minute, the second, the
# microseconds. What they have no room for stands beside them: nanoseconds, offset, zone.
class Time
  LAST_YEAR = 1900 + 0xffff
  private_constant :LAST_YEAR

  class << self
    # @param parts [Hash{Symbol => Object}] what stood beside the bytes
    def __unmarshal(text, parts)
      raise TypeError, "marshaled time format differ" if text.bytesize < 8

      allocate.__unmarshal(text, parts)
    end

    private

    def _load(text) = __unmarshal(text, {})
  end

  # The bytes, and what stands beside them.
  def __marshal
    moment = getutc
    year = moment.year.clamp(1900, LAST_YEAR)
    date = [1, utc? ? 1 : 0, year - 1900, moment.month - 1, moment.day, moment.hour]
    clock = [moment.min, moment.sec, moment.usec]
    bytes = [__packed(date, [1, 1, 16, 4, 5, 5]), __packed(clock, [6, 6, 20])].pack("VV")
    beyond = (moment.year - year).abs
    bytes << __year_bytes(beyond) if beyond > 0
    [bytes, __marshal_parts]
  end

  def __unmarshal(text, parts)
    date, clock = text.unpack("VV")
    return __set(date, clock * 10**12, Time.__local_zone[0], false, :local) if date < 1 << 31

    year, month, day, hour = __unpacked(date, [16, 4, 5, 5])
    minute, second, micro = __unpacked(clock, [6, 6, 20])
    year += 1900
    year += (year == 1900 ? -1 : 1) * __year_beyond(text) if text.bytesize > 8
    seconds = Time.__days(year + month / 12, month % 12 + 1, day) * 86_400 + hour * 3600 + minute * 60 + second
    whole, rest = Time.__split(Rational(micro, 10**6) + __nanoseconds_beside(parts))
    __zoned(seconds + whole, rest, date >> 30 & 1 == 1, parts)
  end

  private

  def _dump(_limit = nil) = __marshal[0]

  def __marshal_parts
    parts = {}
    (instance_variables - %i[@seconds @sub @offset @utc @object @date @date_of]).each do |name|
      parts[name] = instance_variable_get(name)
    end
    nano = Rational(@sub, 10**9) - usec * 1000
    parts.update(nano_num: nano.numerator, nano_den: nano.denominator) if nano != 0
    parts[:submicro] = [nano.floor.to_s.rjust(3, "0")].pack("H*").delete_suffix("\0") if nano >= 1
    parts[:offset] = utc_offset unless utc?
    name = zone.respond_to?(:name) ? zone.name : zone
    parts[:zone] = name.is_a?(String) ? name.dup.force_encoding(Encoding::US_ASCII) : nil
    parts
  end

  def __packed(values, widths) = values.zip(widths).inject(0) { |all, (value, width)| all << width | value }

  def __unpacked(number, widths)
    widths.reverse.map do |width|
      value = number & ((1 << width) - 1)
      number >>= width
      value
    end.reverse
  end

  def __year_bytes(years)
    digits = years.to_s(16)
    digits = digits.rjust((digits.size + 1) / 2 * 2, "0")
    [digits.size / 2 + 5].pack("C") + [digits].pack("H*").reverse
  end

  def __year_beyond(text)
    size = text.getbyte(8) - 5
    raise TypeError, "marshaled time format differ" if size < 1 || size > text.bytesize - 9

    text.byteslice(9, size).reverse.unpack1("H*").to_i(16)
  end

  # Seconds.
  def __nanoseconds_beside(parts)
    number, of = parts.values_at(:nano_num, :nano_den)
    return 0 unless number.is_a?(Integer) && of.is_a?(Integer) && of != 0

    Rational(number, of * 10**9)
  end

  def __zoned(seconds, sub, utc, parts)
    local, name = Time.__local_zone
    offset = parts[:offset]
    offset = nil unless offset.is_a?(Integer) && offset.abs < 86_400
    if utc
      __set(seconds, sub, 0, true)
    elsif offset
      __set(seconds, sub, offset, false, parts[:zone] == name && offset == local ? :local : nil)
    else
      __set(seconds, sub, local, false, :local)
    end
    parts.each { |variable, value| instance_variable_set(variable, value) if variable.start_with?("@") }
    self
  end
end
