# What a time zone can be: nothing for the local one, an offset, a name, an object with methods of its own.
class Time
  class << self
    # The offset in seconds, or nil if it depends on the moment; whether it is UTC; the object that says the offset.
    def __zone(zone)
      return [nil, false, nil] if zone.nil?

      zone = zone.to_str if zone.respond_to?(:to_str)
      return __named_zone(zone) if zone.is_a?(String)
      return [nil, false, zone] if __timezone?(zone)

      offset = __exact(zone)
      raise ArgumentError, "utc_offset out of range" unless offset.abs < 86_400

      [offset.is_a?(Rational) && offset.denominator == 1 ? offset.numerator : offset, false, nil]
    end

    # What tells local time from UTC by methods of its own.
    def __timezone?(zone)
      !zone.is_a?(Numeric) && (zone.respond_to?(:utc_to_local) || zone.respond_to?(:local_to_utc))
    end

    # The offset that TZ gives, which has to be one of POSIX's without rules for the summer; and its name.
    def __local_zone
      name = ENV.fetch("TZ", nil) or return [0, "UTC"]
      match = Regexp.__aside { /\A([A-Za-z]{3,}|<[^>]+>)([+-]?)(\d{1,2})(?::(\d\d))?(?::(\d\d))?\z/.match(name) }
      return [0, "UTC"] unless match

      offset = match[3].to_i * 3600 + match[4].to_i * 60 + match[5].to_i
      [match[2] == "-" ? offset : -offset, match[1].delete("<>")]
    end

    private

    def __named_zone(name)
      return [0, true, nil] if %w[UTC Z -00:00].include?(name)

      if name.size == 1 && name >= "A" && name <= "Y" && name != "J"
        at = "ABCDEFGHIKLM".index(name)
        return [(at ? at + 1 : -("NOPQRSTUVWXY".index(name) + 1)) * 3600, false, nil]
      end
      digits = name[1..].to_s.delete(":")
      good = "+-".include?(name[0].to_s) && [2, 4, 6].include?(digits.size) && __digits?(digits) &&
             [digits.size, digits.size * 3 / 2 - 1].include?(name.size - 1)
      return __found_zone(name) unless good && digits[2, 2].to_i < 60

      hour, minute, second = [0, 2, 4].map { |from| digits[from, 2].to_i }
      raise ArgumentError, "utc_offset out of range" if hour > 23 || second > 59

      [(hour * 3600 + minute * 60 + second) * (name[0] == "-" ? -1 : 1), false, nil]
    end

    def __found_zone(name)
      zone = respond_to?(:find_timezone) ? find_timezone(name) : nil
      return [nil, false, zone] if zone

      forms = '"+HH:MM", "-HH:MM", "UTC" or "A".."I","K".."Z"'
      raise ArgumentError, "#{forms} expected for utc_offset: #{name}"
    end
  end
end
