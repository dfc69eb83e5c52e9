# Time.new of a text: a date, a time, and a zone behind them.
class Time
  def self.__digits_only?(text) = text.match?(/\A\s*\d+\s*\z/)

  private

  def __written(text, zone, precision)
    raise ArgumentError, "time string should have ASCII compatible encoding" unless text.encoding.ascii_compatible?

    precision = precision.nil? ? -1 : __integer_of(precision)
    date, rest = __written_date(text)
    clock, rest = __written_clock(rest)
    named = rest.strip
    raise ArgumentError, "can't parse: #{text.inspect}" if named.empty? && !rest.empty?

    second = clock[2]
    second += __written_fraction(clock[3], precision) if clock[3]
    __civil([*date, clock[0], clock[1], second], named.empty? ? zone : named)
  end

  # Year, month and day at the start, and what follows.
  def __written_date(text)
    year = Regexp.__aside { text[/\A\s*(-?\d+)/, 1] } or raise ArgumentError, "can't parse: #{text.inspect}"
    raise ArgumentError, "year must be 4 or more digits: #{year}" if year.delete("-").size < 4

    rest = text.lstrip[year.size..]
    month, rest = __two_digits(rest, "-", "mon")
    day, rest = __two_digits(rest, "-", "mday")
    raise ArgumentError, "no time information" if rest.empty?

    __written_within(month, 1, 12, "mon")
    __written_within(day, 1, 31, "mday")
    [[year.to_i, month, day], rest]
  end

  # Hour, minute, second and the digits behind its point, and what follows.
  def __written_clock(text)
    raise ArgumentError, "two digits hour is expected: #{text[0, 11]}" unless text.match?(/\A[ T]\d\d(?!\d)/)

    hour = text[1, 2].to_i
    rest = text[3..]
    __no_part(rest, text[1, 2], "min", "hour")
    minute, rest = __two_digits(rest, ":", "min")
    __no_part(rest, text[1, 5], "sec", "min")
    second, rest = __two_digits(rest, ":", "sec")
    fraction = Regexp.__aside { rest[/\A\.(\d*)/, 1] }
    if fraction
      raise ArgumentError, "subsecond expected after dot: #{text[1, 8]}#{rest[0, 2]}" if fraction.empty?

      rest = rest[(fraction.size + 1)..]
    end
    __written_within(hour, 0, 24, "hour")
    __written_within(minute, 0, 59, "min")
    __written_within(second, 0, 60, "sec")
    [[hour, minute, second, fraction], rest]
  end

  def __no_part(rest, before, wanted, last)
    raise ArgumentError, "fraction #{last} is not supported: #{before}." if rest.start_with?(".")
    raise ArgumentError, "missing #{wanted} part: #{before}#{rest[0, 1]}" unless rest.start_with?(":")
  end

  def __two_digits(text, sign, name)
    return [text[1, 2].to_i, text[3..]] if text.match?(/\A#{sign}\d\d(?!\d)/)

    raise ArgumentError, "two digits #{name} is expected after '#{sign}': #{text[0, 11]}" if text.start_with?(sign)

    raise ArgumentError, "no time information"
  end

  def __written_within(value, low, high, name)
    raise ArgumentError, "#{name} out of range" if value < low || value > high
  end

  def __written_fraction(digits, precision)
    digits = digits[0, precision] if precision >= 0
    digits.empty? ? 0 : Rational(digits.to_i, 10**digits.size)
  end
end
