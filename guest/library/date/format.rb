# frozen_string_literal: true

class Date
  # Formats of strftime as steps: a text that stands for itself, or a private method of Date and its arguments.
  module Format
    # What a directive shows, how wide at least (nil for four digits and a sign), and with what before it.
    NUMBERS = {
      "Y" => [:year, nil, "0"], "C" => [:__century, 2, "0"], "y" => [:__short_year, 2, "0"], "m" => [:month, 2, "0"],
      "d" => [:day, 2, "0"], "e" => [:day, 2, " "], "j" => [:yday, 3, "0"], "H" => [:hour, 2, "0"],
      "k" => [:hour, 2, " "], "I" => [:__half_hour, 2, "0"], "l" => [:__half_hour, 2, " "], "M" => [:min, 2, "0"],
      "S" => [:sec, 2, "0"], "s" => [:__epoch, 1, "0"], "Q" => [:__epoch_millis, 1, "0"], "u" => [:cwday, 1, "0"],
      "w" => [:wday, 1, "0"], "G" => [:cwyear, nil, "0"], "g" => [:__short_cwyear, 2, "0"], "V" => [:cweek, 2, "0"],
      "U" => [:__sunday_week, 2, "0"], "W" => [:__monday_week, 2, "0"]
    }.freeze
    WORDS = {
      "A" => :__day_name, "a" => :__short_day_name, "B" => :__month_name, "b" => :__short_month_name,
      "h" => :__short_month_name, "p" => :__half, "P" => :__half, "Z" => :__zone_name, "n" => "\n", "t" => "\t",
      "%" => "%"
    }.freeze
    COMPOSED = {
      "c" => "%a %b %e %H:%M:%S %Y", "D" => "%m/%d/%y", "x" => "%m/%d/%y", "F" => "%Y-%m-%d", "T" => "%H:%M:%S",
      "X" => "%H:%M:%S", "R" => "%H:%M", "r" => "%I:%M:%S %p", "v" => "%e-%^b-%Y", "+" => "%a %b %e %H:%M:%S %Z %Y"
    }.freeze
    MODIFIED = { "E" => "cCxXyY", "O" => "deHkIlmMSuUVwWy" }.freeze
    FLAGS = { 45 => "-", 94 => "^", 35 => "#", 95 => "_", 48 => "0" }
            .merge((49..57).to_h { |digit| [digit, "1"] }).freeze
    KEPT = 32

    class << self
      def steps(format)
        STEPS.clear if STEPS.size >= KEPT
        STEPS[format.dup.freeze] = cut(format.b).map do |step|
          step.is_a?(String) ? step.dup.force_encoding(format.encoding) : step
        end
      end

      # No text is longer than that, whatever its widths are.
      def check(size, format)
        return if size < 1024

        most = 1024
        most *= 2 while most < 1024 * format.bytesize
        raise Errno::ERANGE, "Numerical result out of range - #{format}" if size >= most
      end

      private

      def cut(format)
        steps = []
        at = 0
        while (percent = format.byteindex("%", at))
          steps << format.byteslice(at, percent - at) if percent > at
          at = directive(format, percent, steps)
        end
        steps << format.byteslice(at..) if at < format.bytesize
        steps
      end

      # Adds the steps of the directive at `from`, and says where the text goes on.
      def directive(format, from, steps)
        at, flags, width, fill = flags(format, from + 1)
        check(width, format)
        letter, colons, size = letter(format, at)
        step = letter && step(letter, flags, width, fill, colons)
        step ? steps.concat(step) : steps << format.byteslice(from, at + size - from)
        at + size
      end

      # Where the flags and the width end, which flags there are, the width (0 for none) and the last fill.
      def flags(format, at)
        flags = +""
        width = 0
        fill = nil
        while (flag = FLAGS[format.getbyte(at)])
          break if width > 0 && flag != "1"

          fill = { "_" => " ", "0" => "0" }[flag] || fill
          flags << flag
          at += 1
          next unless flag == "0" || flag == "1"

          first = flag == "0" ? at : at - 1
          at += 1 while format.getbyte(at)&.between?(48, 57)
          width = format.byteslice(first, at - first).to_i
        end
        [at, flags, width, fill]
      end

      # A letter, the colons before it and the bytes of both; no letter for what is no directive.
      def letter(format, at)
        first = format.byteslice(at, 1)
        if (allowed = MODIFIED[first])
          second = format.byteslice(at + 1, 1).to_s
          return second.empty? || !allowed.include?(second) ? [nil, 0, 1] : [second, 0, 2]
        end
        return [first, 0, first.bytesize] if first != ":"

        colons = 1
        colons += 1 while format.getbyte(at + colons) == 58
        colons < 4 && format.getbyte(at + colons) == 122 ? ["z", colons, colons + 1] : [nil, 0, 1]
      end

      # The steps of a directive; nil for none.
      def step(letter, flags, width, fill, colons)
        left = flags.include?("-")
        if (number = NUMBERS[letter])
          [number_step(*number, left, width, fill)]
        elsif (format = COMPOSED[letter])
          steps = cut(format)
          if flags.empty?
            steps
          else
            [[:__composed, steps, left ? 0 : width, fill, flags.include?("^")]]
          end
        elsif letter == "L" || letter == "N"
          [[:__fraction, width > 0 ? width : { "L" => 3, "N" => 9 }[letter]]]
        elsif letter == "z"
          [[:__zone, colons, width, fill, left]]
        elsif (word = WORDS[letter])
          return [word] if flags.empty? && width == 0 && word.is_a?(String)
          return [[word]] if flags.empty? && width == 0 && letter != "P"

          [[:__word, word, left ? 0 : width, fill, letter_case(letter, flags.include?("#"), flags.include?("^"))]]
        end
      end

      def number_step(name, least, usual, left, width, fill)
        width = least unless width > 0
        width = 1 if left
        fill ||= usual
        return [:__two, name] if width == 2 && fill == "0" && least == 2 && name != :__century

        [:__number, name, width, fill]
      end

      def letter_case(letter, change, upper)
        case letter
        when "P" then change || upper ? nil : :downcase
        when "p", "Z" then change ? :downcase : (:upcase if upper)
        else :upcase if upper || (change && letter != "n" && letter != "t" && letter != "%")
        end
      end
    end
  end
  private_constant :Format

  private

  def __two(name)
    number = __send__(name)
    number < 10 ? "0#{number}" : number.to_s
  end

  def __number(name, width, fill)
    number = __send__(name)
    width ||= number < 0 ? 5 : 4
    return number.to_s.rjust(width) if fill == " "

    number < 0 ? "-#{number.abs.to_s.rjust(width - 1, "0")}" : number.to_s.rjust(width, "0")
  end

  def __word(word, width, fill, change)
    word = __send__(word) if Symbol === word
    word = word.__send__(change) if change
    word.rjust(width, fill || " ")
  end

  def __composed(steps, width, fill, upper)
    text = steps.map { |step| String === step ? step : __send__(*step) }.join
    __word(text, width, fill, (:upcase if upper))
  end

  def __fraction(digits)
    (__nano * 10**digits).div(1_000_000_000).to_s.rjust(digits, "0")
  end

  def __zone(colons, width, fill, left)
    minutes, seconds = (@offset || 0).abs.divmod(60)
    hours, minutes = minutes.divmod(60)
    sign = (@offset || 0) < 0 ? "-" : "+"
    tail = Kernel.format([":%02d", ":%02d:%02d"][colons - 1] || "", minutes, seconds) if colons.between?(1, 2)
    tail ||= colons == 0 ? Kernel.format("%02d", minutes) : __least_tail(minutes, seconds)
    width = [width - tail.size, left && hours < 10 ? 2 : 3].max
    return "#{sign}#{hours}".rjust(width) + tail if fill == " "

    "#{sign}#{hours.to_s.rjust(width - 1, "0")}#{tail}"
  end

  # Minutes and seconds as far as they are not 0.
  def __least_tail(minutes, seconds)
    return Kernel.format(":%02d:%02d", minutes, seconds) if seconds > 0

    minutes > 0 ? Kernel.format(":%02d", minutes) : ""
  end

  def __century = year.div(100)
  def __short_year = year % 100
  def __short_cwyear = cwyear % 100
  def __half_hour = (hour - 1) % 12 + 1
  def __half = hour < 12 ? "AM" : "PM"
  def __day_name = DAYNAMES[wday]
  def __short_day_name = ABBR_DAYNAMES[wday]
  def __month_name = MONTHNAMES[month]
  def __short_month_name = ABBR_MONTHNAMES[month]
  def __sunday_week = Calendar.weeknum(@jd, 0, @start)[1]
  def __monday_week = Calendar.weeknum(@jd, 1, @start)[1]
  def __epoch = __moment - 210_866_803_200
  def __epoch_millis = (__epoch * 1000 + __nano / 1_000_000).to_i
  def __zone_name = __zone(1, 0, nil, false).force_encoding(Encoding::US_ASCII)
end
