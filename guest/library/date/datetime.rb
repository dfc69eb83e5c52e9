# frozen_string_literal: true

# A date with the time of the day and the offset of its clock.
class DateTime < Date
  Time.__equip_date_time(self)
  CLOCK = [["hour", 24], ["minute", 1440], ["second", 86_400]].freeze
  FIRST = { "year" => -4712, "jd" => 0 }.freeze
  TIME_FORMAT = "%Y-%m-%dT%H:%M:%S%:z".dup.force_encoding(Encoding::US_ASCII).freeze
  private_constant :CLOCK, :FIRST, :TIME_FORMAT

  class << self
    alias civil new

    def jd(*given) = __build(given, %w[jd]) { |jd, _| jd }

    def ordinal(*given)
      __build(given, %w[year yday]) { |*parts| Calendar.valid_ordinal(*parts) }
    end

    def commercial(*given)
      __build(given, %w[year cweek cwday]) { |*parts| Calendar.valid_commercial(*parts) }
    end

    def now(start = ITALY)
      now = Time.now
      time = now.hour * 3600 + now.min * 60 + now.sec
      allocate.__set(now.to_date.jd, Arguments.start(start), time, now.nsec, now.utc_offset)
    end

    def parse(text = "-4712-01-01T00:00:00+00:00", short_years = true, start = ITALY, limit: 128)
      __of(_parse(text, short_years, limit: limit), start)
    end

    def _strptime(text, format = "%FT%T%z") = super

    def strptime(text = "-4712-01-01T00:00:00+00:00", format = "%FT%T%z", start = ITALY)
      __of(Date._strptime(text, format), start)
    end

    # Sets `date` to what is given: parts of a date with these names, which the block makes a day number, a time, an
    # offset and the start of the Gregorian calendar.
    def __fill(date, given, names)
      most = names.size + 5
      raise ArgumentError, "wrong number of arguments (given #{given.size}, expected 0..#{most})" if given.size > most

      start = given.size == most ? Arguments.start(given[-1]) : ITALY
      offset = given.size >= most - 1 ? Arguments.offset(given[most - 2]) : 0
      day, hour, minute, second, fraction = __numbers(given, names)
      jd = yield(*day, start)
      time = jd && __time(hour, minute, second) or raise Error, "invalid date"
      date.__set(jd + time / 86_400, start, time % 86_400, 0, offset)
      date.__advance(fraction) if fraction != 0
      date
    end

    # The second of the day, nil for no time.
    def __time(hour, minute, second)
      hour += 24 if hour < 0
      minute += 60 if minute < 0
      second += 60 if second < 0
      return if hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 59

      time = hour * 3600 + minute * 60 + second
      time if time <= 86_400
    end

    private

    undef_method :today

    def __first_day(text) = text.size == 11 ? "#{text}T00:00:00+00:00" : text

    def __build(given, names, &) = __fill(allocate, given, names, &)

    # Whole numbers; only the last one that is given may have a fraction, and that is the last of these, in days.
    def __numbers(given, names)
      fraction = 0
      units = [*names.map { |name| [name, 1] }, *CLOCK]
      numbers = units.each_index.reverse_each.map do |at|
        name, unit = units[at]
        next at < names.size ? FIRST.fetch(name, 1) : 0 if at >= given.size
        next Arguments.year(given[at]) if name == "year"
        next Arguments.int(given[at], name) if at < names.size - 1

        number, rest = Arguments.split(given[at], name, unit)
        if rest != 0
          raise Error, "invalid fraction" if given.size > at + 1 && name != "second"

          fraction = rest
        end
        name == "jd" ? number : Arguments.whole(number)
      end
      numbers.reverse!
      [numbers[0, names.size], *numbers.last(3), fraction]
    end

    def __of(parts, start)
      require "date/fragments"
      start = Arguments.start(start)
      jd = parts && Fragments.day(parts, start, self <= DateTime)
      time = jd && __time(parts[:hour], parts[:min], parts[:sec]) or Fragments.refuse(parts, true)
      nano = (parts[:sec_fraction] || 0) * 1_000_000_000
      nano = nano.numerator if nano.is_a?(Rational) && nano.denominator == 1
      offset = (parts[:offset] || 0).to_i
      offset = 0 if offset.abs > 86_400
      allocate.__set(jd + time / 86_400, start, time % 86_400, nano, offset)
    end
  end

  def sec_fraction = Rational(__nano, 1_000_000_000)
  alias second_fraction sec_fraction
  def zone = __zone_name

  def new_offset(offset = 0) = __at_offset(Arguments.offset(offset))
  def offset = Rational(@offset || 0, 86_400)
  public :hour, :min, :minute, :sec, :second

  def to_s = strftime(TIME_FORMAT)
  def strftime(format = TIME_FORMAT) = super

  def iso8601(digits = 0) = __ascii("%Y-%m-%d#{__time_format(digits)}")
  alias xmlschema iso8601
  alias rfc3339 iso8601
  def jisx0301(digits = 0) = __ascii(__era_format + __time_format(digits))

  private

  def __new(*given)
    DateTime.__fill(self, given, %w[year month day]) { |*parts| Calendar.valid_civil(*parts) }
  end

  def __fields = super + %i[hour min sec sec_fraction zone]
  def __time_format(digits) = digits.to_int > 0 ? "T%H:%M:%S.%#{digits.to_int}N%:z" : "T%H:%M:%S%:z"
end
