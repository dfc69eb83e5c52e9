# frozen_string_literal: true

require "date"

# Times from texts, and as the standards for mail and HTTP write them.
class Time
  ZONE_HOURS = {
    "UTC" => 0, "UT" => 0, "GMT" => 0, "EST" => -5, "EDT" => -4, "CST" => -6, "CDT" => -5, "MST" => -7, "MDT" => -6,
    "PST" => -8, "PDT" => -7
  }.freeze
  MILITARY = "YXWVUTSRQPONZABCDEFGHIKLM"
  NAMED_DAY = "(?:mon|tue|wed|thu|fri|sat|sun)"
  NAMED_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
  CLOCK_TIME = '(\d\d):(\d\d):(\d\d)'
  private_constant :ZONE_HOURS, :MILITARY, :NAMED_DAY, :NAMED_MONTH, :CLOCK_TIME

  class << self
    # Seconds of an offset or of a zone's name, nil for another text.
    def zone_offset(zone, year = now.year)
      zone = zone.upcase
      if (found = /\A([-+])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?\z/.match(zone))
        seconds = found[2].to_i * 3600 + found[4].to_i * 60 + found[5].to_i
        return found[1] == "-" ? -seconds : seconds
      end
      hours = ZONE_HOURS[zone] || (zone.size == 1 && MILITARY.index(zone)&.-(12))
      return hours * 3600 if hours

      first = local(year, 1, 1)
      first.utc_offset if first.zone&.upcase == zone
    end

    # A date and a time in any of many forms; `now` gives the parts before the first that is there. A block gets the
    # year and gives another.
    def parse(text, now = self.now)
      parts = Date._parse(text, !block_given?)
      parts[:year] = yield(parts[:year]) if parts[:year] && block_given?
      __assemble(text, parts, now)
    end

    def strptime(text, format, now = self.now)
      parts = Date._strptime(text, format)
      raise ArgumentError, "invalid date or strptime format - '#{text}' '#{format}'" unless parts
      return __since_epoch(parts) if parts[:seconds]

      parts[:year] = yield(parts[:year]) if parts[:year] && block_given?
      whole = parts[:mon] && parts[:mday]
      if (parts[:cwyear] && !parts[:year]) || ((parts[:cwday] || parts[:cweek]) && !whole)
        return Date.strptime(text, format).to_time
      end

      parts[:yday] = Date.strptime(text, format).yday if (parts[:wnum0] || parts[:wnum1]) && !parts[:yday] && !whole
      __assemble(text, parts, now)
    end

    def rfc2822(text)
      found = /\A\s*(?:#{NAMED_DAY}\s*,\s*)?(\d{1,2})\s+#{NAMED_MONTH}\s+(\d{2,})\s+
               (\d{2})\s*:\s*(\d{2})(?:\s*:\s*(\d\d))?\s+
               ([+-]\d{4}|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[A-IK-Z])/ixo.match(text)
      raise ArgumentError, "not RFC 2822 compliant date: #{text.inspect}" unless found

      day, month, year, hour, minute, second, zone = found.captures
      full = year.to_i
      full += full < 50 ? 2000 : 1900 if year.size < 4
      __at_zone([full, month, day.to_i, hour.to_i, minute.to_i, second.to_i], zone)
    end
    alias rfc822 rfc2822

    def httpdate(text)
      return rfc2822(text).utc if text.match?(/\A\s*#{NAMED_DAY}, \d{2} #{NAMED_MONTH} \d{4} #{CLOCK_TIME} GMT\s*\z/io)

      dashed = /\A\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day, (\d\d)-#{NAMED_MONTH}-(\d\d) #{CLOCK_TIME} GMT\s*\z/io
      if (found = dashed.match(text))
        day, month, year, *clock = found.captures
        year = year.to_i
        utc(year + (year < 50 ? 2000 : 1900), month, day.to_i, *clock.map(&:to_i))
      elsif (found = /\A\s*#{NAMED_DAY} #{NAMED_MONTH} (\d\d| \d) #{CLOCK_TIME} (\d{4})\s*\z/io.match(text))
        month, day, *clock, year = found.captures
        utc(year.to_i, month, day.to_i, *clock.map(&:to_i))
      else
        raise ArgumentError, "not RFC 2616 compliant date: #{text.inspect}"
      end
    end

    def xmlschema(text)
      found = /\A\s*(-?\d+)-(\d\d)-(\d\d)T#{CLOCK_TIME}(\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?\s*\z/io.match(text)
      raise ArgumentError, "invalid xmlschema format: #{text.inspect}" unless found

      *parts, fraction, zone = found.captures
      parts.map!(&:to_i)
      parts << (fraction ? Rational("0#{fraction}") * 1_000_000 : 0)
      zone ? __at_zone(parts, zone) : local(*parts)
    end
    alias iso8601 xmlschema

    private

    # The moment at which the clock of a zone shows these parts, by that clock.
    def __at_zone(parts, zone, offset = zone_offset(zone))
      return __in_zone(utc(*parts), zone, offset) if offset == 0

      # The hours may be more than a day.
      time = utc(*parts[0, 3], 0, *parts[4..]) + parts[3] * 3600
      __in_zone(time - offset, zone, offset)
    end

    def __in_zone(time, zone, offset = zone_offset(zone))
      return time.utc if zone.match?(/\A(?:-00:?00|-00|UTC|Z|UT)\z/i)

      time = time.getlocal
      offset && time.utc_offset != offset ? time.localtime(offset) : time
    end

    def __since_epoch(parts)
      fraction = (parts[:sec_fraction] || 0) * 1_000_000
      time = at(parts[:seconds], parts[:seconds] < 0 ? -fraction : fraction)
      parts[:zone] ? __in_zone(time, parts[:zone]) : time
    end

    def __assemble(text, parts, now)
      names = %i[year mon mday hour min sec sec_fraction]
      if parts[:yday].nil? && names.none? { |name| parts[name] }
        raise ArgumentError, "no time information in #{text.inspect}"
      end

      zone = parts[:zone]
      offset = zone_offset(zone, parts[:year] || now.year) if zone && (parts[:year] || now)
      now = offset ? now.getlocal(offset) : now.getlocal if now.respond_to?(:getlocal)
      __name_day(parts, parts[:year] || now&.year || 1970) if parts[:yday]
      year, month, day, hour, minute, second, fraction = __completed(parts.values_at(*names), now)
      offset ||= zone_offset(zone, year) if zone
      civil = [year, month, day, hour, minute, second, fraction * 1_000_000]
      offset ? __at_zone(civil, zone, offset) : local(*civil)
    end

    # Month and day of a day of the year.
    def __name_day(parts, year)
      yday = parts.delete(:yday)
      good = yday.between?(1, Date.gregorian_leap?(year) ? 366 : 365)
      raise ArgumentError, "yday #{yday} out of range" unless good

      date = Date.civil(year, 1, 1, Date::GREGORIAN) + yday - 1
      parts[:mon] = date.month
      parts[:mday] = date.day
    end

    def __completed(values, now)
      first = values.index { |value| value } || values.size
      if now
        sources = %i[year mon day hour min sec subsec]
        values = values.each_with_index.map { |value, at| at < first ? now.__send__(sources[at]) : value }
      end
      values.zip([1970, 1, 1, 0, 0, 0, 0]).map { |value, default| value || default }
    end
  end

  def rfc2822 = strftime("%a, %d %b %Y %T ") + (utc? ? "-0000" : strftime("%z"))
  alias rfc822 rfc2822
  def httpdate = getutc.strftime("%a, %d %b %Y %T GMT")
end
