# Time as CRuby has it where the time zone is UTC. A moment is whole seconds and attoseconds of the next one.
class Time
  include Comparable

  MONTHS__ = %w[jan feb mar apr may jun jul aug sep oct nov dec].freeze
  SECOND__ = 10**18
  UNITS__ = { millisecond: 10**15, usec: 10**12, microsecond: 10**12, nsec: 10**9, nanosecond: 10**9 }.freeze

  class << self
    # `whole` is true for no fraction, `zoned` for a zone that is given.
    def __at(seconds, fraction, unit, whole, zoned, zone)
      if seconds.is_a?(Time)
        raise TypeError, "can't convert Time into an exact number" unless whole

        copy = allocate.__copy(seconds)
        return zoned ? copy.localtime(zone) : copy
      end
      scale = UNITS__[unit] or raise ArgumentError, "unexpected unit: #{unit}"
      whole, sub = __split(seconds)
      if fraction != 0
        more, rest = __split(fraction)
        sub += more * scale + __fraction(rest.numerator * scale, rest.denominator * SECOND__)
      end
      rest = sub % SECOND__
      rest = __fraction(rest.numerator, rest.denominator) unless rest.is_a?(Integer)
      allocate.__moment(whole + sub.div(SECOND__), rest, zone)
    end

    def __utc(*parts) = allocate.__civil(__reorder(parts), "UTC")
    def __local(*parts) = allocate.__civil(__reorder(parts), nil)

    # Whole seconds of a number, and the attoseconds that are left: a Rational where they are no whole number.
    def __split(number)
      number = __exact(number)
      return [number, 0] if number.is_a?(Integer)

      whole, rest = number.numerator.divmod(number.denominator)
      [whole, __fraction(rest * SECOND__, number.denominator)]
    end

    def __fraction(numerator, denominator)
      fraction = Rational(numerator, denominator)
      fraction.denominator == 1 ? fraction.numerator : fraction
    end

    # An Integer or a Rational for a number and for what has to_r or to_int.
    def __exact(number)
      case number
      when Integer, Rational then number
      when Float then number.to_r
      else
        good = !number.nil? && !number.is_a?(String) && (number.respond_to?(:to_r) || number.respond_to?(:to_int))
        exact = good && (number.respond_to?(:to_r) ? number.to_r : number.to_int)
        return exact if good && number.respond_to?(:to_int) && (exact.is_a?(Integer) || exact.is_a?(Rational))

        raise TypeError, "can't convert #{number.class} into an exact number"
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

    def __digits?(text) = !text.empty? && text.bytes.all? { |byte| byte >= 48 && byte <= 57 }

    # The ten values of Time#to_a come in another order.
    def __reorder(parts)
      raise ArgumentError, "wrong number of arguments (given 0, expected 1..8)" if parts.empty?

      parts.size == 10 ? parts.first(6).reverse : parts
    end
  end

  # What `new` does with the parts that are given, and a zone if `named`.
  def __new(parts, named, zone, precision)
    year, month, day, hour, minute, second, given = parts
    raise ArgumentError, "timezone argument given as positional and keyword arguments" if named && given

    zone = given unless named
    if parts.empty?
      seconds, nanoseconds = Time.__nanoseconds(0).divmod(1_000_000_000)
      __moment(seconds, nanoseconds * 1_000_000_000, zone)
    elsif year.is_a?(String) && month.nil? && !Time.__digits_only?(year)
      __written(year, zone, precision)
    else
      raise TypeError, "no implicit conversion of nil into Integer" if year.nil?

      __civil([year, month, day, hour, minute, second], zone)
    end
  end

  def initialize_copy(other) = __copy(other)

  def __copy(other) = __set(other.to_i, other.__sub, other.utc_offset, other.utc?, other.__zone_object)

  # A moment as the clock of a zone shows it.
  def __moment(seconds, sub, zone)
    offset, utc, object = self.class.__zone(zone)
    if object
      raise TypeError, "can't convert #{object.class} into an exact number" unless object.respond_to?(:utc_to_local)

      local = __wall_seconds(object.utc_to_local(Time.allocate.__set(seconds, sub, 0, true)))
      offset = __checked_offset(local - seconds)
    end
    __set(seconds, sub, offset || Time.__local_zone[0], utc, object || (zone.nil? ? :local : nil))
  end

  # The moment at which the clock of a zone shows a year, a month, a day, an hour, a minute and a second.
  def __civil(parts, zone)
    offset, utc, object = self.class.__zone(zone)
    seconds, sub = __wall_clock(parts)
    if object
      raise TypeError, "can't convert #{object.class} into an exact number" unless object.respond_to?(:local_to_utc)

      moment = __wall_seconds(object.local_to_utc(Time.allocate.__set(seconds, sub, 0, true)))
      return __set(moment, sub, __checked_offset(seconds - moment), false, object)
    end
    return __set(seconds - Time.__local_zone[0], sub, Time.__local_zone[0], false, :local) unless offset
    return __set(seconds - offset, sub, offset, utc) if offset.is_a?(Integer)

    whole, rest = Time.__split(seconds - offset + Rational(sub, SECOND__))
    __set(whole, rest, offset, utc)
  end

  # Seconds of what a zone object answers, by its clock.
  def __wall_seconds(answer) = answer.is_a?(Time) ? answer.to_i + answer.utc_offset : answer.to_i

  def __checked_offset(offset)
    raise ArgumentError, "utc_offset out of range" unless offset.abs < 86_400

    offset
  end

  def __wall_clock(parts)
    year = __whole(parts[0])
    month = __month(parts[1])
    day = __within(parts[2], 1, 1, 31)
    hour = __within(parts[3], 0, 0, 24, "hour")
    minute = __within(parts[4], 0, 0, hour == 24 ? 0 : 59, "min")
    second, sub = Time.__split(parts[5].is_a?(String) ? __whole(parts[5]) : parts[5] || 0)
    sub = __microseconds(parts[6]) if parts[6] && parts.size == 7
    raise ArgumentError, "argument out of range" if second < 0 || second > 63 || (hour == 24 && second > 0)
    raise ArgumentError, "sec out of range" if second > 60

    [Time.__days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second, sub]
  end

  def __microseconds(number)
    whole, rest = Time.__split(number.is_a?(String) ? __whole(number) : number)
    raise ArgumentError, "subsecx out of range" if whole < 0 || whole >= 1_000_000

    whole * 10**12 + Time.__fraction(rest.numerator, rest.denominator * 10**6)
  end

  def __zone_object = @object
  def __sub = @sub
  def to_i = @seconds
  alias tv_sec to_i
  def nsec = @sub.div(10**9)
  alias tv_nsec nsec
  def usec = @sub.div(10**12)
  alias tv_usec usec
  def subsec = @sub == 0 ? 0 : Rational(@sub, SECOND__)
  def to_r = Rational(@seconds * SECOND__ + @sub, SECOND__)
  def utc_offset = @offset
  alias gmt_offset utc_offset
  alias gmtoff utc_offset
  def utc? = @utc
  alias gmt? utc?
  def zone
    return "UTC" if @utc

    @object == :local ? Time.__local_zone[1] : @object
  end

  def dst? = @object.respond_to?(:dst?) ? @object.dst?(self) : false
  alias isdst dst?

  alias mon month
  alias mday day

  def to_a = [sec, min, hour, day, month, year, wday, yday, dst?, zone]

  def utc = @utc ? self : __set(@seconds, @sub, 0, true)
  alias gmtime utc
  def getutc = Time.allocate.__set(@seconds, @sub, 0, true)
  alias getgm getutc

  def localtime(zone = nil)
    return self if zone.nil? && @object == :local
    raise FrozenError, "can't modify frozen Time: #{inspect}" if frozen?

    __moment(@seconds, @sub, zone)
  end

  def getlocal(zone = nil) = self.class.allocate.__moment(@seconds, @sub, zone)

  # What the other one answers, turned around; nil if it asks this one in its turn.
  def __turned(other)
    asked = Time.__asked
    return if asked.any? { |one, two| one.equal?(self) && two.equal?(other) }

    asked.push([self, other])
    begin
      order = other <=> self
    ensure
      asked.pop
    end
    return if order.nil?
    return -1 if order > 0

    order < 0 ? 1 : 0
  end

  def self.__asked = @__asked ||= []

  def eql?(other) = other.is_a?(Time) && (self <=> other) == 0

  def round(digits = 0)
    step = __step(digits)
    __moved(@seconds, (@sub + step / 2).div(step) * step)
  end

  def floor(digits = 0) = __moved(@seconds, @sub - @sub % __step(digits))

  def ceil(digits = 0)
    step = __step(digits)
    __moved(@seconds, -(-@sub).div(step) * step)
  end

  alias asctime ctime
  alias iso8601 xmlschema

  def deconstruct_keys(names)
    all = { year: year, month: month, day: day, yday: yday, wday: wday, hour: hour, min: min, sec: sec,
            subsec: subsec, dst: dst?, zone: zone }
    return all if names.nil?

    raise TypeError, "wrong argument type #{names.class} (expected Array or nil)" unless names.is_a?(Array)

    all.slice(*names)
  end

  private

  def __local
    return @seconds + @offset if @offset.is_a?(Integer)

    (@seconds + @offset + Rational(@sub, SECOND__)).floor
  end

  # What methods in C leave to those in Ruby: what is no small integer.
  def __plus(other)
    seconds, sub = Time.__split(other)
    __moved(@seconds + seconds, @sub + sub)
  end

  def __minus(other)
    return __float(@seconds - other.to_i, @sub - other.__sub) if other.is_a?(Time)

    seconds, sub = Time.__split(other)
    __moved(@seconds - seconds, @sub - sub)
  end

  def __to_f = __float(@seconds, @sub)
  def __hash = [@seconds, @sub].hash
  def __subsec = subsec
  def __zone_name = @object.respond_to?(:abbr) ? @object.abbr(self).to_s : zone.to_s
  def __fraction(digits) = (@sub * 10**digits).div(SECOND__).to_s.rjust(digits, "0")

  def __order(other)
    order = @seconds <=> other.to_i
    order == 0 ? @sub <=> other.__sub : order
  end

  def __moved(seconds, sub)
    seconds += sub.div(SECOND__)
    sub %= SECOND__
    sub = Time.__fraction(sub.numerator, sub.denominator) unless sub.is_a?(Integer)
    return Time.allocate.__set(seconds, sub, @offset, @utc, @object) if @object.nil? || @object == :local

    Time.allocate.__moment(seconds, sub, @object)
  end

  def __float(seconds, sub)
    return (seconds * 1_000_000_000 + sub / 10**9).to_f / 1e9 if sub % 10**9 == 0

    (seconds + Rational(sub, SECOND__)).to_f
  end

  def __step(digits)
    digits = __integer_of(digits)
    raise ArgumentError, "negative ndigits given" if digits < 0

    digits >= 18 ? 1 : 10**(18 - digits)
  end

  def __whole(part)
    part = part.to_str if !part.is_a?(Numeric) && part.respond_to?(:to_str)
    return Integer(part, 10) if part.is_a?(String)
    raise TypeError, "can't convert #{Numeric.__shown(part)} into an exact number" unless part.respond_to?(:to_int)

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

    part = part.to_str if !part.is_a?(Numeric) && part.respond_to?(:to_str)
    named = part.is_a?(String) && MONTHS__.index(part.downcase)
    value = named ? named + 1 : __whole(part)
    raise ArgumentError, "mon out of range" if value < 1 || value > 12

    value
  end
end
