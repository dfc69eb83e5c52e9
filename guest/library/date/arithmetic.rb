# frozen_string_literal: true

class Date
  # Moves this date by days: by a fraction that is a Float to the nanosecond, by any other exactly.
  def __advance(days)
    nanos = __nanos(days)
    second, nano = (__nano + nanos).divmod(1_000_000_000)
    nano = nano.numerator if nano.is_a?(Rational) && nano.denominator == 1
    more, second = ((@second || 0) + second).divmod(86_400)
    @jd += more
    @second, @nano, @offset = second == 0 && nano == 0 && !@offset.to_i.nonzero? ? nil : [second, nano, @offset || 0]
    self
  end

  alias next succ
  def next_year(years = 1) = self >> years * 12
  def prev_year(years = 1) = self << years * 12

  def step(limit, by = (single = true) && 1)
    return single ? to_enum(:step, limit) : to_enum(:step, limit, by) unless block_given?

    date = self
    direction = by <=> 0
    raise ArgumentError, "comparison of #{by.class} with 0 failed" unless direction

    until direction != 0 && (date.__order(limit) > 0) == (direction > 0) && (date <=> limit) != 0
      yield date
      date += by
    end
    self
  end

  def upto(max)
    return to_enum(:upto, max) unless block_given?

    date = self
    while date.__order(max) <= 0
      yield date
      date += 1
    end
    self
  end

  def downto(min)
    return to_enum(:downto, min) unless block_given?

    date = self
    while date.__order(min) >= 0
      yield date
      date += -1
    end
    self
  end

  def <=>(other)
    if Date === other
      return @jd <=> other.jd unless @second || other.__second

      order = __moment <=> other.__moment
      order == 0 ? __nano <=> other.__nano : order
    elsif Numeric === other
      ajd <=> other
    elsif other.respond_to?(:coerce)
      one, two = other.coerce(self)
      one <=> two
    end
  end

  def __order(other) = (self <=> other) || raise(TypeError, "no implicit conversion from nil to integer")

  def ==(other) = Date === other && !@second && !other.__second ? @jd == other.jd : super

  def <(other) = Date === other && !@second && !other.__second ? @jd < other.jd : super
  def <=(other) = Date === other && !@second && !other.__second ? @jd <= other.jd : super
  def >(other) = Date === other && !@second && !other.__second ? @jd > other.jd : super
  def >=(other) = Date === other && !@second && !other.__second ? @jd >= other.jd : super

  # Whether the other is the same day.
  def ===(other)
    return @jd == other.jd if Date === other
    return @jd == other if Numeric === other
    return unless other.respond_to?(:coerce)

    one, two = other.coerce(self)
    one == two
  end

  def eql?(other) = Date === other && (self <=> other) == 0

  def hash
    return @jd.hash unless @second

    day, second = __moment.divmod(86_400)
    second == 0 && @nano == 0 ? day.hash : [day, second, @nano].hash
  end

  private

  def __plus(days)
    date = self.class.allocate
    return date.__set(@jd + days, @start, @second, @nano, @offset) if Integer === days

    date.__set(@jd, @start, @second, @nano, @offset).__advance(days)
  end

  def __minus(other)
    if Date === other
      return Rational.__new(@jd - other.jd, 1) unless @second || other.__second

      nanos = (__moment - other.__moment) * 1_000_000_000 + __nano - other.__nano
      return Rational(nanos, 86_400_000_000_000)
    end
    raise TypeError, "expected numeric" unless Numeric === other

    self + -other
  end

  def __months_on(other)
    months = year * 12 + month - 1 + other
    to = Integer === months ? months / 12 : months.div(12)
    at = (months % 12).to_i + 1
    date = day
    until (jd = Calendar.valid_civil(to, at, date, @start))
      date -= 1
      raise Error, "invalid date" if date < 1
    end
    self.class.allocate.__set(jd, @start, @second, @nano, @offset)
  end

  def __months_back(other)
    raise TypeError, "expected numeric" unless Numeric === other

    self >> -other
  end

  def __nanos(days)
    days = Arguments.days(days)
    return days * 86_400_000_000_000 unless days.is_a?(Float)

    whole = days.abs.floor
    rest = (days.abs - whole) * 86_400
    seconds = rest.floor
    nanos = (whole * 86_400 + seconds) * 1_000_000_000 + ((rest - seconds) * 1_000_000_000).round
    days > 0 ? nanos : -nanos
  end
end
