# frozen_string_literal: true

# Dates from texts.
class Date
  # What each standard writes of the first day.
  FIRST_DAY = {
    iso8601: "-4712-01-01", rfc3339: "-4712-01-01T00:00:00+00:00", xmlschema: "-4712-01-01",
    rfc2822: "Mon, 1 Jan -4712 00:00:00 +0000", httpdate: "Mon, 01 Jan -4712 00:00:00 GMT", jisx0301: "-4712-01-01"
  }.freeze
  private_constant :FIRST_DAY
  ISO_DATE = /\A\d{4}-\d\d-\d\d\z/
  ISO_TIME = /\A(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[-+]\d\d:\d\d)?\z/
  ZONE = /\A(?:(?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|(?-i:[A-Za-z.\s]+)(?:standard|daylight)\s+time\b
             |(?-i:[A-Za-z]+)(?:\s+dst)?\b)/ix
  private_constant :ISO_DATE, :ISO_TIME, :ZONE

  class << self
    def _parse(text, short_years = true, limit: 128)
      text = Arguments.limited(text, limit)
      if text.bytesize == 10 && text.match?(ISO_DATE)
        return { year: text.to_i, mon: text.byteslice(5, 2).to_i, mday: text.byteslice(8, 2).to_i }
      end

      if (found = ISO_TIME.match(text))
        return __iso_parts(*found.captures)
      end

      require "date/written"
      Written.new(text, short_years).parts
    end

    def parse(text = "-4712-01-01", short_years = true, start = ITALY, limit: 128)
      if self == Date && String === text && text.bytesize == 10 && text.match?(ISO_DATE) && (limit.nil? || limit > 9)
        return new(text.to_i, text.byteslice(5, 2).to_i, text.byteslice(8, 2).to_i, start)
      end

      __of(_parse(text, short_years, limit: limit), start)
    end

    FIRST_DAY.each do |name, first|
      define_method(:"_#{name}") do |text, limit: 128|
        require "date/standards"
        text.nil? ? {} : Standards.__send__(name, Arguments.limited(text, limit))
      end
      define_method(name) do |text = __first_day(first), start = ITALY, limit: 128|
        __of(__send__(:"_#{name}", text, limit: limit), start)
      end
    end
    alias _rfc822 _rfc2822
    alias rfc822 rfc2822

    def _strptime(text, format = "%F")
      __scan(Arguments.ascii(text, "string"), Arguments.ascii(format, "format"))
    end

    def strptime(text = "-4712-01-01", format = "%F", start = ITALY) = __of(_strptime(text, format), start)

    private

    # What reading by a format asks: a number with so many decimals, and the zone that a text begins with.
    def __decimal(digits, places) = Rational(digits, 10**places)

    def __zone_at(text)
      zone = text[ZONE] and [zone, Arguments.zone_offset(zone)]
    end

    def __iso_parts(year, mon, mday, hour, min, sec, fraction, zone)
      parts = zone ? { zone: zone } : {}
      parts.update(hour: hour.to_i, min: min.to_i)
      parts[:sec] = sec.to_i if sec
      parts[:sec_fraction] = Rational(fraction.to_i, 10**fraction.size) if fraction
      parts.update(year: year.to_i, mon: mon.to_i, mday: mday.to_i)
      parts[:offset] = Arguments.zone_offset(zone) if zone
      parts
    end

    def __first_day(text) = text

    def __of(parts, start)
      year, mon, mday, jd, yday = parts&.values_at(:year, :mon, :mday, :jd, :yday)
      if year && mon && mday && !jd && !yday && start.equal?(ITALY)
        jd = Calendar.valid_civil(year, mon, mday, ITALY)
        return allocate.__set(jd, ITALY) if jd
      end
      require "date/fragments"
      start = Arguments.start(start)
      jd = parts && Fragments.day(parts, start, false) or Fragments.refuse(parts, false)
      allocate.__set(jd, start)
    end
  end
end
