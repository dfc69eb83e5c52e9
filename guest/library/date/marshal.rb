# frozen_string_literal: true

# Dates as Marshal has them: the period and the day in it, the second and the nanosecond of UTC, the offset, the start.
class Date
  # Days of a period of CRuby's: so many of 400 years that they fit into 28 bits.
  PERIOD = 0xfffffff / 71_149_239 * 71_149_239
  private_constant :PERIOD

  def marshal_dump
    days, second = @second ? __moment.divmod(86_400) : [@jd, 0]
    period, day = days.divmod(PERIOD)
    [period, day, second, @second ? __nano : 0, @second ? @offset : 0, start]
  end

  def marshal_load(parts)
    raise TypeError, "expected an array" unless Array === parts
    raise TypeError, "invalid size" unless parts.size == 6

    period, day, second, nano, offset, start = parts
    unless [period, day, second, offset].all?(Integer) && Numeric === nano && Numeric === start && offset.abs <= 86_400
      raise TypeError, "a date is no #{parts.map(&:class).join(", ")}"
    end

    start = Arguments.start(start)
    start = ITALY if start == ITALY
    return __set(period * PERIOD + day, start) if second == 0 && nano == 0 && offset == 0 && !(DateTime === self)

    days, second = (second + offset).divmod(86_400)
    __set(period * PERIOD + day + days, start, second, nano, offset)
  end
end
