# Time#strftime.
class Time
  DAY_NAMES = %w[Sunday Monday Tuesday Wednesday Thursday Friday Saturday].freeze
  MONTH_NAMES = %w[January February March April May June July August September October November December].freeze
  # Directives that stand for others.
  COMPOSED = {
    "c" => "%a %b %e %H:%M:%S %Y", "D" => "%m/%d/%y", "x" => "%m/%d/%y", "F" => "%Y-%m-%d", "T" => "%H:%M:%S",
    "X" => "%H:%M:%S", "R" => "%H:%M", "r" => "%I:%M:%S %p", "v" => "%e-%^b-%Y"
  }.freeze
  # The longest text that a width asks for.
  MAX_WIDTH = 1024

  def strftime(format)
    unless format.is_a?(String)
      raise TypeError, "no implicit conversion of #{format.nil? ? "nil" : format.class} into String"
    end

    text = ""
    rest = format
    while (at = rest.index("%"))
      text << rest[0, at]
      taken, directive = __directive(rest, at)
      text << directive
      rest = rest[(at + taken)..] || ""
    end
    text << rest
  end

  private

  # How many characters the directive at `at` has, and its text.
  def __directive(format, at)
    i = at + 1
    flags = ""
    while (c = format[i]) && "-0^#_:".include?(c)
      flags << c
      i += 1
    end
    width = ""
    while (c = format[i]) && c >= "0" && c <= "9"
      width << c
      i += 1
    end
    colons = Regexp.__aside { format[i..].to_s[/\A:+(?=z)/].to_s }
    flags += colons
    i += colons.size
    modified = { "E" => "cCxXyY", "O" => "deHkIlmMSuUVwWy" }[format[i]]
    i += 1 if modified && format[i + 1] && modified.include?(format[i + 1])
    letter = format[i] or raise ArgumentError, "invalid format: #{format}"
    text = __field(letter, flags, width.empty? ? nil : width.to_i)
    [i + 1 - at, text || format[at..i]]
  end

  def __field(letter, flags, width)
    raise Errno::ERANGE, "width #{width}" if width && width > MAX_WIDTH

    case letter
    when "Y" then __number(year, flags, width, year < 0 ? 5 : 4, "0")
    when "C" then __number(year.div(100), flags, width, 2, "0")
    when "y" then __number(year % 100, flags, width, 2, "0")
    when "m" then __number(month, flags, width, 2, "0")
    when "d" then __number(day, flags, width, 2, "0")
    when "e" then __number(day, flags, width, 2, " ")
    when "j" then __number(yday, flags, width, 3, "0")
    when "H" then __number(hour, flags, width, 2, "0")
    when "k" then __number(hour, flags, width, 2, " ")
    when "I" then __number((hour - 1) % 12 + 1, flags, width, 2, "0")
    when "l" then __number((hour - 1) % 12 + 1, flags, width, 2, " ")
    when "M" then __number(min, flags, width, 2, "0")
    when "S" then __number(sec, flags, width, 2, "0")
    when "s" then __number(@seconds, flags, width, 1, "0")
    when "u" then __number((wday - 1) % 7 + 1, flags, width, 1, "0")
    when "w" then __number(wday, flags, width, 1, "0")
    when "U" then __number((yday + 6 - wday) / 7, flags, width, 2, "0")
    when "W" then __number((yday + 6 - (wday - 1) % 7) / 7, flags, width, 2, "0")
    when "G" then __number(__week[0], flags, width, __week[0] < 0 ? 5 : 4, "0")
    when "g" then __number(__week[0] % 100, flags, width, 2, "0")
    when "V" then __number(__week[1], flags, width, 2, "0")
    when "L" then __fraction(width || 3)
    when "N" then __fraction(width || 9)
    when "z" then __offset(flags, width)
    when "%" then __text("%", flags, width)
    else __word(letter, flags, width)
    end
  end

  def __word(letter, flags, width)
    case letter
    when "B" then __text(MONTH_NAMES[month - 1], flags, width)
    when "b", "h" then __text(MONTH_NAMES[month - 1][0, 3], flags, width)
    when "A" then __text(DAY_NAMES[wday], flags, width)
    when "a" then __text(DAY_NAMES[wday][0, 3], flags, width)
    when "p" then __text(flags.include?("#") ? __half.downcase : __half, flags.delete("#"), width)
    when "P" then __text(__half.downcase, flags, width)
    when "Z" then __text(flags.include?("#") ? __zone_name.downcase : __zone_name, flags.delete("#"), width)
    when "n" then __text("\n", flags, width)
    when "t" then __text("\t", flags, width)
    else
      composed = COMPOSED[letter]
      composed && __text(strftime(composed), flags.delete("-"), width)
    end
  end

  def __zone_name = @object.respond_to?(:abbr) ? @object.abbr(self).to_s : zone.to_s
  def __half = hour < 12 ? "AM" : "PM"

  def __number(value, flags, width, least, fill)
    return value.to_s if flags.include?("-")

    fill = { "0" => "0", "_" => " " }[flags[-1]] || fill
    width ||= least
    return value.to_s.rjust(width) if fill == " "

    value < 0 ? "-#{value.abs.to_s.rjust(width - 1, "0")}" : value.to_s.rjust(width, "0")
  end

  def __text(text, flags, width)
    text = text.upcase if flags.include?("^") || flags.include?("#")
    return text if width.nil? || flags.include?("-")

    text.rjust(width, flags.include?("0") ? "0" : " ")
  end

  def __fraction(digits)
    @sub.to_i.to_s.rjust(18, "0").ljust(digits, "0")[0, digits]
  end

  # `-` is for the offset of UTC, whose sign it makes a minus: that of a place that nobody knows.
  def __offset(flags, width)
    sign = @offset < 0 || (@utc && flags.include?("-")) ? "-" : "+"
    minutes, seconds = @offset.abs.round.divmod(60)
    hours, minutes = minutes.divmod(60)
    two = ->(number) { number.to_s.rjust(2, "0") }
    tail = case flags.count(":")
           when 0 then two.call(minutes)
           when 1 then ":#{two.call(minutes)}"
           when 2 then ":#{two.call(minutes)}:#{two.call(seconds)}"
           else __least_tail(minutes, seconds, two)
           end
    least = [width.to_i - tail.size, 3].max
    return "#{(sign + hours.to_s).rjust(least)}#{tail}" if flags.include?("_")

    "#{sign}#{hours.to_s.rjust(least - 1, "0")}#{tail}"
  end

  # Minutes and seconds as far as they are not 0.
  def __least_tail(minutes, seconds, two)
    return ":#{two.call(minutes)}:#{two.call(seconds)}" if seconds > 0

    minutes > 0 ? ":#{two.call(minutes)}" : ""
  end

  # The year and the number of the ISO week.
  def __week
    week = (yday - (wday - 1) % 7 + 9) / 7
    return [year - 1, __weeks(year - 1)] if week < 1
    return [year + 1, 1] if week > __weeks(year)

    [year, week]
  end

  def __weeks(year)
    first = (Time.__days(year, 1, 1) + 4) % 7
    leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    first == 4 || (leap && first == 3) ? 53 : 52
  end
end
