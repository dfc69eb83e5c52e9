# frozen_string_literal: true

class Date
  # Julian day numbers to years, months, weeks and days, and back. `start` is the number of the first day that counts
  # by the Gregorian calendar; what has no such day is nil.
  module Calendar
    class << self
      def gregorian_jd(year, month, day)
        if month < 3
          year -= 1
          month += 12
        end
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day + 1_721_119
      end

      def julian_jd(year, month, day)
        if month < 3
          year -= 1
          month += 12
        end
        365 * year + year / 4 + (153 * month - 457) / 5 + day + 1_721_117
      end

      def civil_jd(year, month, day, start)
        jd = gregorian_jd(year, month, day)
        jd < start ? julian_jd(year, month, day) : jd
      end

      # Year, month and day.
      def civil(jd, start)
        if jd < start
          cycle, days = (jd - 1_721_118).divmod(1461)
          year = (days - days / 1460) / 365
          return month_and_day(cycle * 4 + year, days - 365 * year)
        end
        days = jd - 1_721_120
        cycle = days / 146_097
        days -= cycle * 146_097
        year = (days - days / 1460 + days / 36_524 - days / 146_096) / 365
        month_and_day(cycle * 400 + year, days - 365 * year - year / 4 + year / 100)
      end

      def gregorian_leap?(year) = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)

      def month_days(month, leap)
        return leap ? 29 : 28 if month == 2

        month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
      end

      # Whether the whole year is Gregorian, or nil for one in which the calendar may change: from 1582 to 1930.
      def gregorian?(year, start)
        return start < 0 if start == JULIAN || start == GREGORIAN

        return true if year > 1930

        year < 1582 ? false : nil
      end

      def valid_civil(year, month, day, start)
        month += 13 if month < 0
        return if month < 1 || month > 12

        gregorian = gregorian?(year, start)
        return reformed_civil(year, month, day, start) if gregorian.nil?

        last = month_days(month, gregorian ? gregorian_leap?(year) : year % 4 == 0)
        day += last + 1 if day < 0
        return if day < 1 || day > last

        gregorian ? gregorian_jd(year, month, day) : julian_jd(year, month, day)
      end

      def first_day(year, start)
        return gregorian_jd(year, 1, 1) if gregorian?(year, start)

        jd = nil
        1.upto(31) { |day| break if (jd = valid_civil(year, 1, day, start)) }
        jd
      end

      def ordinal(jd, start)
        year = civil(jd, start)[0]
        [year, jd - first_day(year, start) + 1]
      end

      def valid_ordinal(year, yday, start)
        if yday < 0
          back, yday = ordinal(last_day(year, 12, start) + yday + 1, start)
          return if back != year
        end
        jd = first_day(year, start) + yday - 1
        jd if ordinal(jd, start) == [year, yday]
      end

      # Year, week and day of ISO 8601.
      def commercial(jd, start)
        year = civil(jd - 3, start)[0]
        year += 1 if jd >= (first = commercial_jd(year + 1, 1, 1, start))
        first = commercial_jd(year, 1, 1, start) if jd < first
        [year, (jd - first) / 7 + 1, jd % 7 + 1]
      end

      def valid_commercial(year, week, day, start)
        day += 8 if day < 0
        if week < 0
          back, week = commercial(commercial_jd(year + 1, 1, 1, start) + week * 7, start)
          return if back != year
        end
        jd = commercial_jd(year, week, day, start)
        jd if commercial(jd, start) == [year, week, day]
      end

      # Year, week and day where weeks begin with Sunday (0) or Monday (1), as %U and %W count them.
      def weeknum(jd, first, start)
        year = civil(jd, start)[0]
        week, day = (jd - week_zero(year, first, start)).divmod(7)
        [year, week, day]
      end

      def valid_weeknum(year, week, day, first, start)
        jd = week_zero(year, first, start) + 7 * week + day
        jd if weeknum(jd, first, start) == [year, week, day]
      end

      private

      # Of a year that begins with March and the days since then.
      def month_and_day(year, days)
        part = (5 * days + 2) / 153
        days -= (153 * part + 2) / 5 - 1
        part < 10 ? [year, part + 3, days] : [year + 1, part - 9, days]
      end

      def reformed_civil(year, month, day, start)
        if day < 0
          last = last_day(year, month, start) or return
          *found, day = civil(last + day + 1, start)
          return if found != [year, month]
        end
        jd = civil_jd(year, month, day, start)
        jd if civil(jd, start) == [year, month, day]
      end

      def last_day(year, month, start)
        jd = nil
        31.downto(1) { |day| break if (jd = valid_civil(year, month, day, start)) }
        jd
      end

      def commercial_jd(year, week, day, start)
        first = first_day(year, start) + 3
        first - first % 7 + 7 * (week - 1) + day - 1
      end

      def week_zero(year, first, start)
        day = first_day(year, start) + 6
        day - (day - first + 1) % 7 - 7
      end
    end
  end
  private_constant :Calendar
end
