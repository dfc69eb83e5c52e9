# Time as CRuby has it where the time zone is UTC. A moment is whole seconds and attoseconds of the next one.
class Time
  include Comparable

  MONTHS = %w[jan feb mar apr may jun jul aug sep oct nov dec].freeze
  SECOND = 10**18
  UNITS = { millisecond: 10**15, usec: 10**12, microsecond: 10**12, nsec: 10**9, nanosecond: 10**9 }.freeze

  class << self
    def now(**zone)
      seconds, nanoseconds = __now.divmod(1_000_000_000)
      allocate.__set(seconds, nanoseconds * 1_000_000_000, *__zone(zone[:in]))
    end

    def at(seconds, fraction = 0, unit = :microsecond, **zone)
      if seconds.is_a?(Time)
        copy = allocate.__set(seconds.to_i, seconds.__sub, seconds.utc_offset, seconds.utc?)
        return zone.key?(:in) ? copy.localtime(zone[:in]) : copy
      end
      scale = UNITS[unit] or raise ArgumentError, "unexpected unit: #{unit}"
      whole, sub = __split(seconds)
      if fraction != 0
        more, rest = __split(fraction)
        sub += more * scale + rest / (SECOND / scale)
      end
      allocate.__set(whole + sub.div(SECOND), sub % SECOND, *__zone(zone[:in]))
    end

    def utc(*parts) = allocate.__civil(__reorder(parts), 0, true)
    alias gm utc

    def local(*parts) = allocate.__civil(__reorder(parts), 0, false)
    alias mktime local

    # Whole seconds of a number, and the attoseconds that are left.
    def __split(number)
      case number
      when Integer then [number, 0]
      when Float
        raise FloatDomainError, number.to_s if number.nan? || number.infinite?

        whole = number.floor
        part, power = Math.frexp(number - whole)
        [whole, ((part * 2**53).to_i * SECOND) >> (53 - power)]
      when Rational
        whole, rest = number.numerator.divmod(number.denominator)
        [whole, rest * SECOND / number.denominator]
      else
        raise TypeError, "can't convert #{number.class} into an exact number" unless number.respond_to?(:to_int)

        [number.to_int, 0]
      end
    end

    # The offset in seconds, and whether it is UTC.
    def __zone(zone)
      case zone
      when nil then [0, false]
      when Integer
        raise ArgumentError, "utc_offset out of range" unless zone.abs < 86_400

        [zone, false]
      else __named_zone(zone.to_str)
      end
    end

    # Days from the epoch to a day.
    def __days(year, month, day)
      year -= 1 if month <= 2
      era = year.div(400)
      of_era = year - era * 400
      of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    end

    private

    def __named_zone(name)
      return [0, true] if %w[UTC Z -00:00].include?(name)

      if name.size == 1 && name >= "A" && name <= "Y" && name != "J"
        at = "ABCDEFGHIKLM".index(name)
        return [(at ? at + 1 : -("NOPQRSTUVWXY".index(name) + 1)) * 3600, false]
      end
      digits = name[1..].to_s.delete(":")
      good = "+-".include?(name[0].to_s) && [2, 4, 6].include?(digits.size) && __digits?(digits) &&
             [digits.size, digits.size * 3 / 2 - 1].include?(name.size - 1)
      unless good
        forms = '"+HH:MM", "-HH:MM", "UTC" or "A".."I","K".."Z"'
        raise ArgumentError, "#{forms} expected for utc_offset: #{name}"
      end

      hour, minute, second = [0, 2, 4].map { |from| digits[from, 2].to_i }
      raise ArgumentError, "utc_offset out of range" if hour > 23 || minute > 59 || second > 59

      [(hour * 3600 + minute * 60 + second) * (name[0] == "-" ? -1 : 1), false]
    end

    def __digits?(text) = !text.empty? && text.bytes.all? { |byte| byte >= 48 && byte <= 57 }

    # The ten values of Time#to_a come in another order.
    def __reorder(parts)
      raise ArgumentError, "wrong number of arguments (given 0, expected 1..8)" if parts.empty?

      parts.size == 10 ? parts.first(6).reverse : parts
    end
  end

  def initialize(year = nil, month = nil, day = nil, hour = nil, minute = nil, second = nil, zone = nil, **options)
    zone = options[:in] if options.key?(:in)
    offset, utc = Time.__zone(zone)
    if year
      __civil([year, month, day, hour, minute, second], offset, utc)
    else
      seconds, nanoseconds = Time.__now.divmod(1_000_000_000)
      __set(seconds, nanoseconds * 1_000_000_000, offset, utc)
    end
  end

  def __set(seconds, sub, offset, utc)
    @seconds = seconds
    @sub = sub
    @offset = offset
    @utc = utc
    self
  end

  def __civil(parts, offset, utc)
    year = __whole(parts[0])
    month = __month(parts[1])
    day = __within(parts[2], 1, 1, 31)
    hour = __within(parts[3], 0, 0, 24, "hour")
    minute = __within(parts[4], 0, 0, hour == 24 ? 0 : 59, "min")
    second, sub = Time.__split(parts[5].is_a?(String) ? __whole(parts[5]) : parts[5] || 0)
    sub += (Time.__split(parts[6]).then { |whole, rest| whole * 10**12 + rest / 10**6 }) if parts[6] && parts.size <= 8
    second += sub.div(SECOND)
    raise ArgumentError, "sec out of range" if second < 0 || second > (hour == 24 ? 0 : 60)

    days = Time.__days(year, month, day)
    __set(days * 86_400 + hour * 3600 + minute * 60 + second - offset, sub % SECOND, offset, utc)
  end

  def __sub = @sub
  def to_i = @seconds
  alias tv_sec to_i
  def nsec = @sub / 10**9
  alias tv_nsec nsec
  def usec = @sub / 10**12
  alias tv_usec usec
  def subsec = @sub == 0 ? 0 : Rational(@sub, SECOND)
  def to_r = Rational(@seconds * SECOND + @sub, SECOND)
  def to_f = __float(@seconds, @sub)
  def utc_offset = @offset
  alias gmt_offset utc_offset
  alias gmtoff utc_offset
  def utc? = @utc
  alias gmt? utc?
  def zone = @utc || @offset == 0 ? "UTC" : nil
  def dst? = false
  alias isdst dst?

  def year = __date[0]
  def month = __date[1]
  alias mon month
  def day = __date[2]
  alias mday day
  def wday = (__local.div(86_400) + 4) % 7
  def yday = __local.div(86_400) - Time.__days(year, 1, 1) + 1
  def hour = __local % 86_400 / 3600
  def min = __local % 3600 / 60
  def sec = __local % 60

  %w[sunday monday tuesday wednesday thursday friday saturday].each_with_index do |name, index|
    define_method("#{name}?") { wday == index }
  end

  def to_a = [sec, min, hour, day, month, year, wday, yday, dst?, zone]

  def utc = __set(@seconds, @sub, 0, true)
  alias gmtime utc
  def getutc = dup.utc
  alias getgm getutc

  def localtime(zone = nil)
    raise FrozenError, "can't modify frozen Time: #{inspect}" if frozen?

    __set(@seconds, @sub, *Time.__zone(zone))
  end

  def getlocal(zone = nil) = dup.localtime(zone)

  def +(other)
    raise TypeError, "time + time?" if other.is_a?(Time)

    seconds, sub = Time.__split(other)
    __moved(@seconds + seconds, @sub + sub)
  end

  def -(other)
    return __float(@seconds - other.to_i, @sub - other.__sub) if other.is_a?(Time)

    seconds, sub = Time.__split(other)
    __moved(@seconds - seconds, @sub - sub)
  end

  def <=>(other)
    return unless other.is_a?(Time)

    order = @seconds <=> other.to_i
    order == 0 ? @sub <=> other.__sub : order
  end

  def eql?(other) = other.is_a?(Time) && (self <=> other) == 0
  def hash = [@seconds, @sub].hash

  def round(digits = 0)
    step = __step(digits)
    __moved(@seconds, (@sub + step / 2) / step * step)
  end

  def floor(digits = 0) = __moved(@seconds, @sub - @sub % __step(digits))

  def ceil(digits = 0)
    step = __step(digits)
    __moved(@seconds, (@sub + step - 1) / step * step)
  end

  def to_s = strftime(@utc ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z")

  def inspect
    text = strftime("%Y-%m-%d %H:%M:%S")
    if @sub != 0
      digits = @sub.to_s.rjust(18, "0")
      digits = digits[0...-1] while digits.end_with?("0")
      text << ".#{digits}"
    end
    text << (@utc ? " UTC" : strftime(" %z"))
  end

  def ctime = strftime("%a %b %e %H:%M:%S %Y")
  alias asctime ctime

  def xmlschema(digits = 0)
    text = strftime("%Y-%m-%dT%H:%M:%S")
    text << ".#{@sub.to_s.rjust(18, "0").ljust(digits, "0")[0, digits]}" if digits > 0
    text << (@utc ? "Z" : strftime("%:z"))
  end
  alias iso8601 xmlschema

  def deconstruct_keys(names)
    all = { year: year, month: month, day: day, yday: yday, wday: wday, hour: hour, min: min, sec: sec,
            subsec: subsec, dst: dst?, zone: zone }
    names ? all.slice(*names) : all
  end

  def __date
    local = __local.div(86_400)
    return @date if @date_of == local

    days = local + 719_468
    era = days.div(146_097)
    of_era = days - era * 146_097
    year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365
    of_year = of_era - (365 * year + year / 4 - year / 100)
    part = (5 * of_year + 2) / 153
    month = part < 10 ? part + 3 : part - 9
    date = [year + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * part + 2) / 5 + 1]
    return date if frozen?

    @date_of = local
    @date = date
  end

  private

  def __local = @seconds + @offset

  def __moved(seconds, sub)
    self.class.allocate.__set(seconds + sub.div(SECOND), sub % SECOND, @offset, @utc)
  end

  def __float(seconds, sub)
    return (seconds * 1_000_000_000 + sub / 10**9).to_f / 1e9 if sub % 10**9 == 0

    seconds + sub / 1e18
  end

  def __step(digits)
    raise ArgumentError, "negative ndigits given" if digits < 0

    digits >= 18 ? 1 : 10**(18 - digits)
  end

  def __whole(part)
    return Integer(part, 10) if part.is_a?(String)
    raise TypeError, "can't convert #{part.inspect} into an exact number" unless part.respond_to?(:to_int)

    part.to_int
  end

  def __within(part, default, low, high, name = "argument")
    return default if part.nil?

    value = __whole(part)
    raise ArgumentError, "#{name} out of range" if value < low || value > high

    value
  end

  def __month(part)
    return 1 if part.nil?

    named = part.is_a?(String) && MONTHS.index(part.downcase)
    value = named ? named + 1 : __whole(part)
    raise ArgumentError, "mon out of range" if value < 1 || value > 12

    value
  end
end
