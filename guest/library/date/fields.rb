# frozen_string_literal: true

# A day of the calendar: its Julian day number by the local clock, and the first day that counts as Gregorian. A date
# with a time has also the second of the day, nanoseconds and the seconds by which its clock is ahead of UTC.
class Date
  include Comparable

  # What is written in C, which leaves to the methods with two underscores what is not Gregorian or no small integer.
  Time.__equip_date(self)

  class Error < ArgumentError; end

  VERSION = "3.5.1"
  ITALY = 2_299_161
  ENGLAND = 2_361_222
  JULIAN = Float::INFINITY
  GREGORIAN = -Float::INFINITY
  MONTHNAMES = "-January-February-March-April-May-June-July-August-September-October-November-December"
               .split("-").map { |name| name.empty? ? nil : name.dup.force_encoding(Encoding::US_ASCII).freeze }.freeze
  ABBR_MONTHNAMES = MONTHNAMES.map { |name| name && name[0, 3].freeze }.freeze
  DAYNAMES = %w[Sunday Monday Tuesday Wednesday Thursday Friday Saturday]
             .map { |name| name.dup.force_encoding(Encoding::US_ASCII).freeze }.freeze
  ABBR_DAYNAMES = DAYNAMES.map { |name| name[0, 3].freeze }.freeze

  class << self
    # Other than `new`, this takes a fraction of the day.
    def civil(year = -4712, month = 1, day = 1, start = ITALY)
      date = new(year, month, day, start)
      Integer === day ? date : date + day % 1
    end

    def jd(jd = 0, start = ITALY)
      start = Arguments.start(start)
      jd, fraction = Arguments.split(jd, "jd")
      __made(jd, start, fraction)
    end

    def ordinal(year = -4712, yday = 1, start = ITALY)
      start = Arguments.start(start)
      yday, fraction = Arguments.split(yday, "yday")
      __made(Calendar.valid_ordinal(Arguments.year(year), Arguments.whole(yday), start), start, fraction)
    end

    def commercial(year = -4712, week = 1, day = 1, start = ITALY)
      start = Arguments.start(start)
      day, fraction = Arguments.split(day, "cwday")
      week = Arguments.int(week, "cweek")
      __made(Calendar.valid_commercial(Arguments.year(year), week, Arguments.whole(day), start), start, fraction)
    end

    def today(start = ITALY) = allocate.__set(Time.now.to_date.jd, Arguments.start(start))

    def valid_jd?(jd, start = ITALY)
      jd.is_a?(Numeric) && Arguments.start(start) && true
    end

    def valid_ordinal?(year, yday, start = ITALY) = __valid?(:valid_ordinal, start, year, yday)
    def valid_commercial?(year, week, day, start = ITALY) = __valid?(:valid_commercial, start, year, week, day)
    def gregorian_leap?(year) = Calendar.gregorian_leap?(Arguments.year(year))
    alias leap? gregorian_leap?
    def julian_leap?(year) = Arguments.year(year) % 4 == 0

    private

    def __valid_civil(year, month, day, start) = __valid?(:valid_civil, start, year, month, day)

    def __made(jd, start, fraction)
      raise Error, "invalid date" unless jd

      date = allocate.__set(jd, start)
      fraction == 0 ? date : date + fraction
    end

    def __valid?(check, start, year, *parts)
      return false unless year.is_a?(Numeric) && parts.all?(Numeric)

      parts.map! { |part| Arguments.whole(part) }
      !Calendar.__send__(check, Arguments.year(year), *parts, Arguments.start(start)).nil?
    end
  end

  attr_reader :jd

  def __second = @second
  def __nano = @nano || 0
  # Seconds from the beginning of day 0 in UTC.
  def __moment = @second ? @jd * 86_400 + @second - @offset : @jd * 86_400

  alias mon month
  alias mday day
  def wday = (@jd + 1) % 7
  def cwday = @jd % 7 + 1
  def mjd = @jd - 2_400_001
  def ld = @jd - 2_299_160
  def start = @start.to_f
  def infinite? = false

  def ajd
    day, second = __moment.divmod(86_400)
    return day if second == 43_200 && __nano == 0

    Rational((day * 86_400 + second - 43_200) * 1_000_000_000 + __nano, 86_400_000_000_000)
  end

  def amjd = Rational(__moment * 1_000_000_000 + __nano, 86_400_000_000_000) - 2_400_001

  def day_fraction
    @second ? Rational(@second * 1_000_000_000 + @nano, 86_400_000_000_000) : 0
  end

  DAYNAMES.each_with_index { |name, index| define_method("#{name.downcase}?") { (@jd + 1) % 7 == index } }

  def julian? = __moment / 86_400 < @start
  def gregorian? = !julian?

  def leap?
    return Calendar.gregorian_leap?(year) if gregorian?

    Calendar.civil(Calendar.civil_jd(year, 3, 1, @start) - 1, @start)[2] == 29
  end

  def new_start(start = ITALY) = self.class.allocate.__set(@jd, Arguments.start(start), @second, @nano, @offset)
  def italy = new_start(ITALY)
  def england = new_start(ENGLAND)
  def julian = new_start(JULIAN)
  def gregorian = new_start(GREGORIAN)

  def deconstruct_keys(names)
    return __fields.to_h { |name| [name, __send__(name)] } if names.nil?

    raise TypeError, "wrong argument type #{names.class} (expected Array or nil)" unless names.is_a?(Array)

    (names & __fields).to_h { |name| [name, __send__(name)] }
  end

  private

  def initialize_copy(other)
    raise TypeError, "wrong argument type #{other.class} (expected Date)" unless other.is_a?(Date)

    super
  end

  def __new(year, month, day, start)
    start = Arguments.start(start)
    day, = Arguments.split(day, "day")
    month = Arguments.int(month, "month")
    jd = Calendar.valid_civil(Arguments.year(year), month, Arguments.whole(day), start)
    raise Error, "invalid date" unless jd

    __set(jd, start)
  end

  def __civil = Calendar.civil(@jd, @start)
  def __yday = @jd - Calendar.first_day(year, @start) + 1
  def __cwyear = Calendar.commercial(@jd, @start)[0]
  def __cweek = Calendar.commercial(@jd, @start)[1]
  def __fields = %i[year month day yday wday]
  def hour = (@second || 0) / 3600
  def min = (@second || 0) % 3600 / 60
  alias minute min
  def sec = (@second || 0) % 60
  alias second sec
end
