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
end
