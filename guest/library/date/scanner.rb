# frozen_string_literal: true

require "date/zones"

class Date
  # Reads a text by a format of strptime.
  class Scanner
    # The most digits of a number, and its range.
    NUMBERS = {
      "d" => [:mday, 2, 1, 31], "e" => [:mday, 2, 1, 31], "H" => [:hour, 2, 0, 24], "k" => [:hour, 2, 0, 24],
      "I" => [:hour, 2, 1, 12], "l" => [:hour, 2, 1, 12], "j" => [:yday, 3, 1, 366], "M" => [:min, 2, 0, 59],
      "m" => [:mon, 2, 1, 12], "S" => [:sec, 2, 0, 60], "U" => [:wnum0, 2, 0, 53], "W" => [:wnum1, 2, 0, 53],
      "u" => [:cwday, 1, 1, 7], "V" => [:cweek, 2, 1, 53], "w" => [:wday, 1, 0, 6], "g" => [:cwyear, 2, 0, 99],
      "y" => [:year, 2, 0, 99]
    }.freeze
    COMPOSED = {
      "c" => "%a %b %e %H:%M:%S %Y", "D" => "%m/%d/%y", "x" => "%m/%d/%y", "F" => "%Y-%m-%d", "T" => "%H:%M:%S",
      "X" => "%H:%M:%S", "R" => "%H:%M", "r" => "%I:%M:%S %p", "+" => "%a %b %e %H:%M:%S %Z %Y",
      "n" => " ", "t" => " ", "v" => "%e-%b-%Y"
    }.freeze
    MODIFIED = { "E" => "cCxXyY", "O" => "deHImMSuUVwWy" }.freeze
    # Numbers follow a number whose width is therefore fixed.
    NUMERIC = /\G(?:\d|%[EO]?[CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy\d])/
    SPACES = /\G[ \t-\r]+/
    ZONE = /\G(?:(?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|(?-i:[A-Za-z.\s]+)(?:standard|daylight)\s+time\b
             |(?-i:[A-Za-z]+)(?:\s+dst)?\b)/ix

    def initialize(text)
      @encoding = text.encoding
      @text = text.b
      @at = 0
      @found = {}
    end

    # Hash of what was found; nil for a text of another form.
    def parts(format)
      return unless scan(format.b)

      @found[:leftover] = @text.byteslice(@at..).force_encoding(@encoding) if @at < @text.bytesize
      cent = @found.delete(:_cent)
      %i[cwyear year].each { |name| @found[name] += cent * 100 if @found[name] } if cent
      merid = @found.delete(:_merid)
      @found[:hour] = @found[:hour] % 12 + merid if merid && @found[:hour]
      @found
    end

    private

    def scan(format)
      at = 0
      while at < format.bytesize
        if (spaces = match(SPACES, format, at))
          at += spaces.size
          @at += match(SPACES)&.size.to_i
          next
        end
        return false if @at >= @text.bytesize

        size = format.getbyte(at) == 37 ? directive(format, at) : literal(format, at)
        return false unless size

        at += size
      end
      true
    end

    def match(pattern, text = @text, at = @at)
      byte = text.getbyte(at) or return
      return if pattern.equal?(SPACES) && byte > 32

      text.byteslice(at..)[pattern]
    end

    def literal(format, at, size = 1)
      return if @text.getbyte(@at) != format.getbyte(at)

      @at += 1
      size
    end

    # Bytes of the directive, or nil where the text has something else.
    def directive(format, at)
      start = at
      letter = format.byteslice(at += 1, 1)
      if (allowed = MODIFIED[letter])
        after = format.byteslice(at + 1, 1)
        return literal(format, start) if after.empty? || !allowed.include?(after)

        letter = format.byteslice(at += 1, 1)
      elsif letter == ":"
        colons = format.byteslice(at..)[/\A:{1,3}(?=z)/] or return
        letter = format.byteslice(at += colons.size, 1)
      end
      read(letter, format, at + 1) && at + 1 - start
    end

    def read(letter, format, after)
      if (number = NUMBERS[letter])
        limited(letter, *number)
      elsif (composed = COMPOSED[letter])
        scan(composed)
      else
        case letter
        when "Y", "G", "C" then year(letter, format, after)
        when "A", "a" then name(DAYNAMES, :wday, 0)
        when "B", "b", "h" then name(MONTHNAMES, :mon, 0)
        when "L", "N" then fraction(letter, format, after)
        when "s", "Q" then seconds(letter)
        when "P", "p" then half
        when "Z", "z" then zone
        else percent(letter)
        end
      end
    end

    def digits(most)
      text = @text.byteslice(@at, most || @text.bytesize)[/\A\d+/] or return
      @at += text.size
      text
    end

    def limited(letter, name, most, low, high)
      if @text.getbyte(@at) == 32 && "deHkIl".include?(letter)
        @at += 1
        most = 1
      end
      number = digits(most)&.to_i
      return unless number && number >= low && number <= high

      @found[:_cent] ||= number >= 69 ? 19 : 20 if "gy".include?(letter)
      @found[name] = number
    end

    def year(letter, format, after)
      sign = letter == "Y" && @text.byteslice(@at, 1)[/[-+]/]
      @at += 1 if sign
      most = letter == "C" ? 2 : 4
      number = digits(match(NUMERIC, format, after) ? most : nil) or return
      @found[{ "Y" => :year, "G" => :cwyear, "C" => :_cent }[letter]] = sign == "-" ? -number.to_i : number.to_i
    end

    def name(names, key, first)
      index = names.index do |name|
        name && [name.size, 3].find { |size| @text.byteslice(@at, size).casecmp?(name[0, size]) && @at += size }
      end
      index && @found[key] = index + first
    end

    def fraction(letter, format, after)
      sign = @text.byteslice(@at, 1)[/[-+]/]
      @at += 1 if sign
      most = letter == "L" ? 3 : 9
      text = digits(match(NUMERIC, format, after) ? most : nil) or return
      @found[:sec_fraction] = Rational(sign == "-" ? -text.to_i : text.to_i, 10**text.size)
    end

    def seconds(letter)
      sign = @text.byteslice(@at, 1) == "-"
      @at += 1 if sign
      number = digits(nil)&.to_i or return
      number = -number if sign
      @found[:seconds] = letter == "Q" ? Rational(number, 1000) : number
    end

    def half
      text = match(/\G[ap](?:m|\.m\.)/i) or return
      @at += text.size
      @found[:_merid] = text.downcase.start_with?("p") ? 12 : 0
    end

    def zone
      text = match(ZONE) or return
      @at += text.bytesize
      @found[:zone] = text.dup.force_encoding(@encoding)
      @found[:offset] = Zones.offset(text)
      true
    end

    # A per cent sign, and what follows it in the format unless that is one, too.
    def percent(letter)
      return unless @text.getbyte(@at) == 37

      @at += 1
      return true if letter == "%" || letter.empty?
      return unless @text.byteslice(@at, 1) == letter

      @at += 1
    end
  end
  private_constant :Scanner
end
