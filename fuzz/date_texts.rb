# frozen_string_literal: true

# Texts with dates and times, whole ones and spoilt ones, and formats that show or read them.
module DateTexts
  STANDARDS = %w[_iso8601 _rfc3339 _xmlschema _rfc2822 _httpdate _jisx0301].freeze
  FORMATS = ["%Y-%m-%d", "%d %b %Y", "%b %d, %Y", "%d/%m/%Y", "%m/%d/%y", "%Y%m%d", "%d.%m.%Y", "%A, %d %B %Y",
             "%d-%b-%y", "%Y-%jT%H", "%G-W%V-%u", "%GW%V%u", "%Y%j", "'%y %b %e", "%b-%d-%Y", "--%m-%d", "%e. %B",
             "%B %dth, %Y", "%Y/%m", "H%y.%m.%d", "%b %d BC %y", "%d %b %Y b.c.e.", "%a %b %e %T %Z %Y", "%s", "%a",
             "%y%m%d%H%M", "%Y%m%dT%H%M%S", "%d%b%Y", "%B", "%dth"].freeze
  CLOCKS = ["", "", "", " %H:%M", "T%H:%M:%S", " %I:%M %p", " %H:%M:%S.%L", "T%H:%M:%S%:z", " %H:%M:%S %z", " %lpm",
            " %H:%M:%S,%N EST", " %Hh%Mm%Ss", "T%H%M%SZ", " at %H:%M JST", " %H:%M Mountain Daylight Time",
            " %H:%M utc+3",
            " %I a.m.", ":%M", "T%H%M%S.%L+0900", " %H:%M GMT-2:30", " 3:%M:%S p.m. est dst"].freeze
  EXACT = ["%Y-%m-%dT%H:%M:%S%:z", "%Y-%m-%d", "%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT",
           "%a %b %e %H:%M:%S %Y", "%a, %-d %b %Y %H:%M:%S %z", "%Y-%jT%H:%M:%SZ", "%G-W%V-%u", "H%y.%m.%d",
           "S%y.%m.%dT%H:%M:%S+09:00", "%H:%M:%S", "--%m-%d", "%Y%m%dT%H%M%S", "%y-%m-%d", "-%j", "%H%M%S.%L", "%Y",
           "-w-%u", "%Yw%V%u", "---%d", "%d %b %y %H:%M EST", "%Y-%m-%d %H:%M:%S.%N-03:30"].freeze
  LETTERS = "AaBbCcDdeFGgHhIjkLlMmNnPpQRrSsTtUuVvWwXxYyZz%+".chars.freeze
  FLAGS = ["", "", "", "", "", "-", "0", "_", "^", "#", "-^", "_#", "0^", "^_", "-0"].freeze
  WIDTHS = ["", "", "", "", "1", "3", "6", "12", "025"].freeze
  MODIFIERS = ["", "", "", "", "", "", ":", "::", ":::", "E", "O"].freeze
  PIECES = ["-", "/", ".", ":", " ", ",", "'", "T", "z", "+", "0", "12", "1999", "jan", "Tue", "pm", "th", "w", "h",
            "bc", "[-5:x]", "é", "\n", "\0", "  "].freeze

  class << self
    def written(random)
      text = time(random).strftime(pick(random, FORMATS) + pick(random, CLOCKS))
      text = text.split.shuffle(random:).join(" ") if random.rand(8).zero?
      spoilt(random, text)
    end

    def standard(random) = spoilt(random, time(random).strftime(pick(random, EXACT)))

    def formatted(random, date)
      format = Array.new(random.rand(1..3)) { directive(random) }.join(pick(random, [" ", "", "é%", "%5"]))
      "#{date}.strftime(#{format.inspect})"
    end

    # A text that follows a format, mostly, and is read by it.
    def scanned(random)
      format = Array.new(random.rand(1..5)) do
        "%#{pick(random, ["", "", "", ":", "E", "O"])}#{pick(random, LETTERS - %w[n t])}"
      end
      format = format.join(pick(random, [" ", "-", "", "/"]))
      format = pick(random, FORMATS) + pick(random, CLOCKS) if random.rand(3).zero?
      text = spoilt(random, time(random).strftime(format.gsub(/%[EO:]/, "%")))
      "#{pick(random, %w[Date DateTime])}._strptime(#{text.inspect}, #{format.inspect})"
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    def time(random)
      year = random.rand(4).zero? ? random.rand(1..9999) : random.rand(1950..2060)
      DateTime.new(year, random.rand(1..12), random.rand(1..28), random.rand(24), random.rand(60),
                   random.rand(60) + Rational(random.rand(1000), 1000), Rational(random.rand(-12..12), 24))
    end

    def directive(random)
      "%#{pick(random, FLAGS)}#{pick(random, WIDTHS)}#{pick(random, MODIFIERS)}#{pick(random, LETTERS)}"
    end

    # One in three is changed in one or two places. CRuby before 3.2 reads offsets that are none.
    def spoilt(random, text)
      return text unless random.rand(3).zero?

      changed(random, text).gsub(/(?<=[-+])\d+(?=[.,:])/) { |hours| (hours.to_i % 24).to_s }
                           .gsub(/([-+]\d+:[0-5]\d)\d+/, '\1')
    end

    def changed(random, text)
      random.rand(1..2).times do
        at = random.rand(text.size + 1)
        text = text[0, at] + pick(random, PIECES) + text[(at + random.rand(3))..].to_s
      end
      text
    end
  end
end
