# frozen_string_literal: true

class Date
  def to_date = self
  def to_datetime = DateTime.allocate.__set(@jd, @start, @second && 0, 0, @offset)
  def to_time = Time.local(*Calendar.civil(@jd, julian? ? GREGORIAN : @start))
end

class DateTime
  def to_date = Date.allocate.__set(@jd, @start)
  def to_datetime = self

  def to_time
    Time.new(*Calendar.civil(@jd, julian? ? GREGORIAN : @start), hour, min, sec + sec_fraction, @offset || 0)
  end
end

class Time
  def to_time = self
  def to_date = Date.jd(Date.civil(year, month, day, Date::GREGORIAN).jd)

  def to_datetime
    nano = subsec * 1_000_000_000
    nano = nano.numerator if nano.is_a?(Rational) && nano.denominator == 1
    DateTime.allocate.__set(to_date.jd, Date::ITALY, hour * 3600 + min * 60 + [sec, 59].min, nano, utc_offset)
  end
end
