# frozen_string_literal: true

require "date/names"
require "date/zones"

class Date
  # A text in which people wrote a date or a time in one of many ways, from which one part after another is taken.
  class Written
    DAY = Names::DAY
    MONTH = Names::MONTH
    ERA = 'c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.)'
    FIRST = '(?<!\d)\d'
    HALF = '[ap](?:m\b|\.m\.)'

    # Widths of the parts of digits without signs between them, by their number.
    DATES = {
      2 => { mday: 2 }, 3 => { yday: 3 }, 4 => { mon: 2, mday: 2 }, 5 => { year: 2, yday: 3 },
      6 => { year: 2, mon: 2, mday: 2 }, 7 => { year: 4, yday: 3 }, 8 => { year: 4, mon: 2, mday: 2 },
      10 => { year: 4, mon: 2, mday: 2, hour: 2 }, 12 => { year: 4, mon: 2, mday: 2, hour: 2, min: 2 },
      14 => { year: 4, mon: 2, mday: 2, hour: 2, min: 2, sec: 2 }
    }.freeze
    CLOCKS = {
      2 => { sec: 2 }, 3 => { min: 1, sec: 2 }, 4 => { min: 2, sec: 2 }, 5 => { hour: 1, min: 2, sec: 2 },
      6 => { hour: 2, min: 2, sec: 2 }, 7 => { mday: 1, hour: 2, min: 2, sec: 2 },
      8 => { mday: 2, hour: 2, min: 2, sec: 2 }, 10 => { mon: 2, mday: 2, hour: 2, min: 2, sec: 2 },
      12 => { year: 2, mon: 2, mday: 2, hour: 2, min: 2, sec: 2 },
      14 => { year: 4, mon: 2, mday: 2, hour: 2, min: 2, sec: 2 }
    }.freeze
    HOURS = { 2 => { hour: 2 }, 4 => { hour: 2, min: 2 }, 6 => { hour: 2, min: 2, sec: 2 } }.freeze

    # @param short_years [Boolean] whether 0 to 99 are years about 2000
    def initialize(text, short_years)
      @text = text.gsub(%r{[^-+',./:@[:alnum:]\[\]]+}, " ")
      @short_years = short_years
      @found = {}
    end

    # Hash of what was found.
    def parts
      weekday if letters?
      time if digits?
      @letters = letters?
      @digits = digits?
      date
      @before_christ = true if @letters && take(/\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)/i)
      fragment if @digits
      finish_years
      @found[:offset] = Zones.offset(@found[:zone]) if @found[:zone] && @found[:offset].nil?
      @found
    end

    private

    # What a pattern matches, whose place a space takes.
    def take(pattern)
      found = pattern.match(@text) or return
      @text = "#{found.pre_match} #{found.post_match}"
      found
    end

    def letters? = @text.match?(/[A-Za-z]/)
    def digits? = @text.match?(/\d/)

    def weekday
      found = take(%r{\b(#{DAY})[^-/\d\s]*}io) and @found[:wday] = Names.day(found[1])
    end

    def time
      found = take(/(#{FIRST}+\s*
              (?:(?::\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|h(?:\s*\d+m?(?:\s*\d+s?)?)?)(?:\s*#{HALF})?|#{HALF}))
              (?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?
              |(?-i:[[:alpha:].\s]+)(?:standard|daylight)\stime\b
              |(?-i:[[:alpha:]]+)(?:\sdst)?\b))?/ixo) or return
      @found[:zone] = found[2] if found[2]
      clock = /\A(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i
      hour, minute, second, fraction, half = clock.match(found[1])&.captures
      return unless hour

      hour = hour.to_i
      hour = Arguments.whole(hour) % 12 + (half.downcase == "p" ? 12 : 0) if half
      @found[:hour] = hour
      @found[:min] = minute.to_i if minute
      @found[:sec] = second.to_i if second
      @found[:sec_fraction] = Names.fraction(fraction) if fraction
    end

    # The first of the ways that the text has.
    def date
      signs = @text.delete("^-./")
      dash = signs.include?("-")
      dot = signs.include?(".")
      (@letters && @digits && (european || american)) ||
        (@digits && dash && ordered(/('?[-+]?#{FIRST}+)-(\d+)-('?-?\d+)/o)) ||
        (@digits && dot && japanese) || (@letters && @digits && dash && vms) ||
        (@digits && signs.include?("/") && ordered(%r{('?-?#{FIRST}+)/\s*('?\d+)(?:\D\s*('?-?\d+))?}o)) ||
        (@digits && dot && ordered(/('?-?#{FIRST}+)\.\s*('?\d+)\.\s*('?-?\d+)/o)) ||
        (@digits && (iso_parts || year)) || (@letters && month) || (@digits && (numbered_day || run_of_digits))
    end

    def european
      found = take(/('?#{FIRST}+)[^-\d\s]*\s*(#{MONTH})[^-\d\s']*
              (?:\s*(?:\b(#{ERA})(?!(?<!\.)[a-z]))?\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?/ixo) or return
      place(found[4], Names.month(found[2]).to_s, found[1], found[3])
    end

    def american
      found = take(/\b(#{MONTH})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*+,?\s*+(#{ERA})?\s*('?-?\d+))?/io) or return
      place(found[4], Names.month(found[1]).to_s, found[2], found[3])
    end

    def vms
      if (found = take(%r{('?-?#{FIRST}+)-(#{MONTH})[^-/.]*-('?-?\d+)}io))
        place(found[3], Names.month(found[2]).to_s, found[1])
      elsif (found = take(%r{\b(#{MONTH})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?}io))
        place(found[3], Names.month(found[1]).to_s, found[2])
      end
    end

    # Year, month and day in this order, as it seems.
    def ordered(pattern)
      found = take(pattern) and place(*found.captures)
    end

    def japanese
      found = take(/\b([mtshr])(\d+)\.(\d+)\.(\d+)/i) or return
      @found.update(year: found[2].to_i + Names.era(found[1]), mon: found[3].to_i, mday: found[4].to_i)
    end

    def iso_parts
      numbers(/\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b/i, :cwyear, :cweek, :cwday) || numbers(/-w-(\d)\b/i, :cwday) ||
        numbers(/--(\d{2})?-(\d{2})\b/, :mon, :mday) || numbers(/--(\d{2})(\d{2})?\b/, :mon, :mday) ||
        (!@text.match?(/[,.](\d{2}|\d{4})-\d{3}\b/) && numbers(/\b(\d{2}|\d{4})-(\d{3})\b/, :year, :yday)) ||
        (!@text.match?(/\d-\d{3}\b/) && numbers(/\b-(\d{3})\b/, :yday))
    end

    def year = numbers(/'(\d+)\b/, :year)
    def numbered_day = numbers(/(#{FIRST}+)(st|nd|rd|th)\b/io, :mday)

    def month
      found = take(/\b(#{MONTH})\S*/io) and @found[:mon] = Names.month(found[1])
    end

    def numbers(pattern, *names)
      found = take(pattern) or return
      names.each_with_index { |name, index| @found[name] = found[index + 1].to_i if found[index + 1] }
    end

    # Year, month and day as they stand in the text, which may mean them in another order.
    def place(year, month, day, era = nil)
      if year && day.nil?
        day = month
        month = year
        year = nil
      end
      if year.nil? && day && long?(day)
        year = day
        day = nil
      end
      number = year&.match(/[-+\d]\d*/)
      if number && !number.post_match.empty?
        year = day
        day = number[0]
      end
      year, month, day = [month, day, year] if month && long?(month)
      year, day = [day, year] if day && long?(day)
      @before_christ = true if era&.match?(/\Ab/i)
      place_year(year[/[-+\d]\d*/]) if year
      @found[:mon] = month[/\d+/].to_i if month&.match?(/\d/)
      @found[:mday] = day[/\d+/].to_i if day&.match?(/\d/)
      true
    end

    def long?(text) = text.start_with?("'") || text.bytesize > 2

    def place_year(number)
      return unless number

      @short_years = false if number.match?(/[-+]|\d{3}/)
      @found[:year] = number.to_i
    end

    def run_of_digits
      found = take(/([-+]?)(#{FIRST}{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?
              (?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?/ixo) or return
      sign, digits, clock, fraction, zone = found.captures
      fields(digits, clock.nil? && fraction ? CLOCKS : DATES, sign == "-")
      fields(clock, fraction ? CLOCKS : HOURS, false) if clock&.size&.even?
      @found[:sec_fraction] = Names.fraction(fraction) if fraction
      bracketed(zone) if zone
      true
    end

    def fields(digits, widths, negative)
      @short_years = false if digits.size > 7 && (widths.equal?(DATES) || digits.size == 14)
      at = 0
      widths[digits.size]&.each do |name, width|
        @found[name] = digits[at, width].to_i
        at += width
      end
      @found[:year] *= -1 if negative && widths[digits.size]&.key?(:year)
    end

    # A zone, or in brackets an offset and a name behind a colon.
    def bracketed(zone)
      @found[:zone] = zone
      return unless zone.start_with?("[")

      offset, colon, name = zone[1..-2].partition(":")
      @found[:zone] = colon.empty? ? offset : name
      offset = "+#{offset}" if colon.empty? && offset.match?(/\A\d/)
      @found[:offset] = Zones.offset(offset + colon)
    end

    def fragment
      found = take(/\A\s*(\d{1,2})\s*\z/) or return
      number = found[1].to_i
      @found[:mday] = number if @found[:hour] && !@found[:mday] && number.between?(1, 31)
      @found[:hour] = number if @found[:mday] && !@found[:hour] && number <= 24
    end

    def finish_years
      %i[cwyear year].each do |name|
        year = @found[name] or next
        year = 1 - year if @before_christ
        year += year < 69 ? 2000 : 1900 if @short_years && year.between?(0, 99)
        @found[name] = year
      end
    end
  end
  private_constant :Written
end
