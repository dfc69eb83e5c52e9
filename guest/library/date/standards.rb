# frozen_string_literal: true

require "date/names"
require "date/zones"

class Date
  # Texts that follow a standard, to hashes of what they say.
  module Standards
    DAY = Names::DAY
    MONTH = Names::MONTH
    ZONE = '(z|[-+]\d{2}(?::?\d{2})?)'
    STRICT_ZONE = '(z|[-+]\d{2}:\d{2})'
    SECONDS = '(\d{2}):(\d{2}):(\d{2})'

    CLOCK = %i[hour min sec sec_fraction zone].freeze
    DATE_CLOCK = [:year, :mon, :mday, *CLOCK].freeze

    class << self
      def iso8601(text)
        if text.match?(ISO_DATE)
          { mday: text.byteslice(8, 2).to_i, year: text.to_i, mon: text.byteslice(5, 2).to_i }
        elsif (found = /\A\s*(?:([-+]?\d{2,}|-)-(\d{2})?(?:-(\d{2}))?|([-+]?\d{2,})?-(\d{3})
              |(\d{4}|\d{2})?-w(\d{2})-(\d)|-w-(\d))
              (?:t(\d{2}):(\d{2})(?::(\d{2})(?:[,.](\d+))?)?#{ZONE}?)?\s*\z/ixo.match(text))
          extended(found.captures)
        elsif (found = /\A\s*(?:([-+]?(?:\d{4}|\d{2})|--)(\d{2}|-)(\d{2})|([-+]?(?:\d{4}|\d{2}))(\d{3})|-(\d{3})
              |(\d{4}|\d{2})w(\d{2})(\d)|-w(\d{2})(\d)|-w-(\d))
              (?:t?(\d{2})(\d{2})(?:(\d{2})(?:[,.](\d+))?)?(z|[-+]\d{2}(?:\d{2})?)?)?\s*\z/ix.match(text))
          basic(found.captures)
        else
          found = /\A\s*(\d{2}):(\d{2})(?::(\d{2})(?:[,.](\d+))?#{ZONE}?)?\s*\z/io.match(text) ||
                  /\A\s*(\d{2})(\d{2})(?:(\d{2})(?:[,.](\d+))?(z|[-+]\d{2}(?:\d{2})?)?)?\s*\z/i.match(text)
          found ? fields(CLOCK, found.captures) : {}
        end
      end

      def rfc3339(text)
        found = /\A\s*(-?\d{4})-(\d{2})-(\d{2})[t\s]#{SECONDS}(?:\.(\d+))?#{STRICT_ZONE}\s*\z/io.match(text)
        fields(DATE_CLOCK, found&.captures)
      end

      def xmlschema(text)
        if (found = /\A\s*(-?\d{4,})(?:-(\d{2})(?:-(\d{2}))?)?(?:t#{SECONDS}(?:\.(\d+))?)?#{STRICT_ZONE}?\s*\z/io
                    .match(text))
          fields(DATE_CLOCK, found.captures)
        elsif (found = /\A\s*#{SECONDS}(?:\.(\d+))?#{STRICT_ZONE}?\s*\z/io.match(text))
          fields(CLOCK, found.captures)
        else
          found = /\A\s*(?:--(\d{2})(?:-(\d{2}))?|---(\d{2}))#{STRICT_ZONE}?\s*\z/io.match(text)
          fields(%i[mon mday mday zone], found&.captures)
        end
      end

      def rfc2822(text)
        found = /\A\s*(?:(#{DAY})\s*,\s+)?(\d{1,2})\s+(#{MONTH})\s+(-?\d{2,})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s*
              ([-+]\d{4}|ut|gmt|e[sd]t|c[sd]t|m[sd]t|p[sd]t|[a-ik-z])\s*\z/ixo.match(text) or return {}
        parts = fields(%i[wday mday mon year hour min sec zone], found.captures)
        parts[:year] += parts[:year] < 50 ? 2000 : 1900 if found[4].size < 4
        parts
      end

      def httpdate(text)
        if (found = /\A\s*(#{DAY})\s*,\s+(\d{2})\s+(#{MONTH})\s+(-?\d{4})\s+#{SECONDS}\s+(gmt)\s*\z/io.match(text))
          fields(%i[wday mday mon year hour min sec zone], found.captures)
        elsif (found = /\A\s*(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\s*,\s+
              (\d{2})\s*-\s*(#{MONTH})\s*-\s*(\d{2})\s+#{SECONDS}\s+(gmt)\s*\z/ixo.match(text))
          parts = fields(%i[wday mday mon year hour min sec zone], found.captures)
          parts.update(year: parts[:year] + (parts[:year] < 69 ? 2000 : 1900))
        else
          found = /\A\s*(#{DAY})\s+(#{MONTH})\s+(\d{1,2})\s+#{SECONDS}\s+(\d{4})\s*\z/io.match(text)
          fields(%i[wday mon mday hour min sec year], found&.captures)
        end
      end

      def jisx0301(text)
        found = /\A\s*([mtshr])?(\d{2})\.(\d{2})\.(\d{2})
              (?:t(?:(\d{2}):(\d{2})(?::(\d{2})(?:[,.](\d*))?)?#{ZONE}?)?)?\s*\z/ixo.match(text) or return iso8601(text)
        parts = fields([:era, :year, :mon, :mday, *CLOCK], found.captures)
        parts.update(year: parts[:year] + (parts.delete(:era) || Names.era("h")))
      end

      private

      # Names and what they stand for, without those of which the text says nothing.
      def fields(names, texts)
        parts = {}
        texts&.each_with_index { |text, index| field(parts, names[index], text) if text }
        parts
      end

      def field(parts, name, text)
        case name
        when :zone
          parts[:zone] = text
          parts[:offset] = Zones.offset(text)
        when :sec_fraction then parts[name] = Names.fraction(text)
        when :wday then parts[name] = Names.day(text)
        when :era then parts[name] = Names.era(text)
        when :mon then parts[name] = text.match?(/\A\d/) ? text.to_i : Names.month(text)
        else parts[name] = text.to_i
        end
      end

      def extended(texts)
        year, mon, mday, ordinal_year, yday, cwyear, cweek, cwday, lone_cwday, *clock = texts
        clock = [] if year && mon.nil? && year != "-"
        year = nil if year == "-"
        parts = fields(%i[mday mon yday cweek cwday cwday], [mday, mon, yday, cweek, cwday, lone_cwday])
        years(parts, year || ordinal_year, cwyear)
        parts.update(fields(CLOCK, clock))
      end

      def basic(texts)
        year, mon, mday, ordinal_year, yday, lone_yday, cwyear, cweek, cwday, lone_cweek, *rest = texts
        clock = mon == "-" && year != "--" ? [] : rest.drop(2)
        mon = nil if mon == "-"
        year = nil if year == "--"
        parts = fields(%i[mday mon yday yday cweek cwday cweek cwday cwday],
                       [mday, mon, yday, lone_yday, cweek, cwday, lone_cweek, *rest.first(2)])
        years(parts, year || ordinal_year, cwyear)
        parts.update(fields(CLOCK, clock))
      end

      def years(parts, year, cwyear)
        parts[:year] = full_year(year) if year
        parts[:cwyear] = full_year(cwyear) if cwyear
      end

      def full_year(text)
        year = text.to_i
        return year if text.size > 3

        year + (year < 69 ? 2000 : 1900)
      end
    end
  end
  private_constant :Standards
end
