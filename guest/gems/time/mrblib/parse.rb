# Time.iso8601 and Time.parse: dates and times as they are written most.
class Time
  class << self
    # A date and a time as ISO 8601 writes them, with a zone.
    def xmlschema(text)
      parts = __parts(text.to_str)
      raise ArgumentError, "invalid xmlschema format: #{text.inspect}" unless parts && parts[:t] && parts[:zone]

      __of(parts)
    end
    alias iso8601 xmlschema

    # The same, also with a space for the T, without seconds, time or zone.
    def parse(text, _now = nil)
      parts = __parts(text.to_str.strip) or raise ArgumentError, "no time information in #{text.inspect}"

      __of(parts)
    end

    private

    def __of(parts)
      civil = [parts[:year], parts[:month], parts[:day], parts[:hour], parts[:minute], parts[:second]]
      allocate.__civil(civil, parts[:zone])
    end

    # nil for another text.
    def __parts(text)
      date, time = __halves(text)
      return unless (ymd = __numbers(date, date.include?("/") ? "/" : "-", 3))

      found = { year: ymd[0], month: ymd[1], day: ymd[2], t: text[10] == "T" }
      time ? __clock(time, found) : found
    end

    def __halves(text)
      at = [text.index("T"), text.index(" ")].compact.min || text.size
      time = text[(at + 1)..]
      [text[0, at], time.nil? || time.empty? ? nil : time]
    end

    def __clock(time, found)
      at = time.size
      (0...time.size).each { |i| break at = i unless "0123456789:.".include?(time[i]) }
      zone = time[at..].to_s.strip
      clock, fraction = time[0, at].split(".")
      numbers = __numbers(clock.to_s, ":", 3) || __numbers(clock.to_s, ":", 2)
      return unless numbers && (fraction.nil? || __digits?(fraction))

      second = numbers[2] || 0
      second += Rational(fraction.to_i, 10**fraction.size) if fraction
      zone = "UTC" if zone == "GMT"
      found.merge(hour: numbers[0], minute: numbers[1], second: second, zone: zone.empty? ? nil : zone)
    end

    def __numbers(text, separator, count)
      parts = text.split(separator)
      parts.size == count && parts.all? { |part| __digits?(part) } ? parts.map(&:to_i) : nil
    end
  end
end
