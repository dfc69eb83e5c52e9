# frozen_string_literal: true

class Date
  # From what a text says to a day, with today for what it leaves open.
  module Fragments
    CLOCK = %i[hour min sec].freeze
    # What a text can be about, and the parts of that; the one of which it says most counts.
    KINDS = [
      [:time, CLOCK], [nil, [:jd]], [:ordinal, [:year, :yday, *CLOCK]], [:civil, [:year, :mon, :mday, *CLOCK]],
      [:commercial, [:cwyear, :cweek, :cwday, *CLOCK]], [:wday, [:wday, *CLOCK]],
      [:wnum0, [:year, :wnum0, :wday, *CLOCK]], [:wnum1, [:year, :wnum1, :wday, *CLOCK]],
      [nil, [:cwyear, :cweek, :wday, *CLOCK]], [nil, [:year, :wnum0, :cwday, *CLOCK]],
      [nil, [:year, :wnum1, :cwday, *CLOCK]]
    ].freeze
    FIRST = {
      ordinal: { yday: 1 }, civil: { mon: 1, mday: 1 }, commercial: { cweek: 1, cwday: 1 },
      wnum0: { wnum0: 0, wday: 0 }, wnum1: { wnum1: 0, wday: 1 }
    }.freeze

    class << self
      # The day that a text speaks of, nil for none. Adds the time to the parts.
      def day(parts, start, time)
        if parts[:jd].nil? && parts[:yday].nil? && parts[:year] && parts[:mon] && parts[:mday]
          CLOCK.each { |name| parts[name] ||= 0 }
          parts[:sec] = 59 if parts[:sec] == 60
          return Calendar.valid_civil(parts[:year], parts[:mon], parts[:mday], start)
        end
        rewrite_seconds(parts)
        complete(parts, time)
        valid(parts, start)
      end

      # Says what is wrong with parts that are no date or time.
      def refuse(parts, time)
        names = %i[mon mday yday cweek cwday wday]
        names += CLOCK if time
        names.each { |name| Arguments.whole(parts[name]) if parts && parts[name] }
        raise Error, "invalid date"
      end

      private

      def rewrite_seconds(parts)
        seconds = parts.delete(:seconds) or return
        day, second = (seconds + (parts[:offset] || 0)).divmod(86_400)
        hour, second = second.divmod(3600)
        minute, second = second.divmod(60)
        parts.update(jd: 2_440_588 + day, hour: hour, min: minute, sec: second.floor, sec_fraction: second % 1)
      end

      def complete(parts, time)
        kind, names = KINDS.max_by.with_index { |(_, keys), index| [keys.count { |key| parts[key] }, -index] }
        said = names.count { |key| parts[key] }
        fill(kind, names, parts) if kind && said > 0 && said < names.size
        parts[:jd] ||= Date.today.jd if kind == :time && said > 0 && time
        CLOCK.each { |name| parts[name] ||= 0 }
        parts[:sec] = [parts[:sec], 59].min
      end

      # What is left out before the first part is today's, what is left out behind it the first.
      def fill(kind, names, parts)
        return if kind == :time

        today = Date.today
        return parts[:jd] = today.jd - today.wday + parts[:wday] if kind == :wday

        names = names.first(1) if kind == :ordinal
        names.take_while { |name| parts[name].nil? }.each { |name| parts[name] = today.__send__(name) }
        FIRST[kind].each { |name, value| parts[name] ||= value }
      end

      def valid(parts, start)
        return parts[:jd] if parts[:jd]

        year, yday, mon, mday, wday, cwday, cwyear = parts.values_at(:year, :yday, :mon, :mday, :wday, :cwday, :cwyear)
        jd = Calendar.valid_ordinal(year, yday, start) if year && yday
        jd ||= Calendar.valid_civil(year, mon, mday, start) if year && mon && mday
        cwday ||= wday == 0 ? 7 : wday
        jd ||= Calendar.valid_commercial(cwyear, parts[:cweek], cwday, start) if cwyear && parts[:cweek] && cwday
        return jd if jd || year.nil? || cwday.nil?

        wday ||= cwday % 7
        jd = Calendar.valid_weeknum(year, parts[:wnum0], wday, 0, start) if parts[:wnum0]
        jd ||= Calendar.valid_weeknum(year, parts[:wnum1], (wday - 1) % 7, 1, start) if parts[:wnum1]
        jd
      end
    end
  end
  private_constant :Fragments

  # What each standard writes of the first day.
  FIRST_DAY = {
    iso8601: "-4712-01-01", rfc3339: "-4712-01-01T00:00:00+00:00", xmlschema: "-4712-01-01",
    rfc2822: "Mon, 1 Jan -4712 00:00:00 +0000", httpdate: "Mon, 01 Jan -4712 00:00:00 GMT", jisx0301: "-4712-01-01"
  }.freeze
  private_constant :FIRST_DAY
  ISO_DATE = /\A\d{4}-\d\d-\d\d\z/
  ISO_TIME = /\A(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[-+]\d\d:\d\d)?\z/
  private_constant :ISO_DATE, :ISO_TIME

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
      require "date/scanner"
      Scanner.new(Arguments.ascii(text, "string")).parts(Arguments.ascii(format, "format"))
    end

    def strptime(text = "-4712-01-01", format = "%F", start = ITALY) = __of(_strptime(text, format), start)

    private

    def __iso_parts(year, mon, mday, hour, min, sec, fraction, zone)
      parts = zone ? { zone: zone } : {}
      parts.update(hour: hour.to_i, min: min.to_i)
      parts[:sec] = sec.to_i if sec
      parts[:sec_fraction] = Rational(fraction.to_i, 10**fraction.size) if fraction
      parts.update(year: year.to_i, mon: mon.to_i, mday: mday.to_i)
      parts[:offset] = Zones.offset(zone) if zone
      parts
    end

    def __first_day(text) = text

    def __of(parts, start)
      start = Arguments.start(start)
      jd = parts && Fragments.day(parts, start, false) or Fragments.refuse(parts, false)
      allocate.__set(jd, start)
    end
  end
end
