# frozen_string_literal: true

# Dates as texts.
class Date
  DAY_FORMAT = "%Y-%m-%d".dup.force_encoding(Encoding::US_ASCII).freeze
  # Formats that were used, cut into what Format says.
  STEPS = {} # rubocop:disable Style/MutableConstant
  private_constant :DAY_FORMAT, :STEPS

  def strftime(format = DAY_FORMAT)
    return __day_text.force_encoding(format.encoding) if format == DAY_FORMAT

    steps = STEPS[format] || __steps(format = Arguments.ascii(format, "format"))
    text = format.byteslice(0, 0)
    at = 0
    while (step = steps[at])
      text << (String === step ? step : __send__(*step))
      at += 1
    end
    Format.check(text.bytesize, format) if text.bytesize > 1000
    text
  end

  def to_s
    __day_text.force_encoding(Encoding::US_ASCII)
  end
  alias iso8601 to_s
  alias xmlschema to_s

  def inspect
    day, second = __moment.divmod(86_400)
    start = @start.is_a?(Float) && @start.infinite? ? @start.to_s.delete_suffix("inity") : @start.round
    moment = "(#{day}j,#{second}s,#{__nano.inspect}n),#{Kernel.format("%+d", @offset || 0)}s,#{start}j"
    "#<#{self.class}: #{self} (#{moment})>".force_encoding(Encoding::US_ASCII)
  end

  def asctime = __ascii("%a %b %e %H:%M:%S %Y")
  alias ctime asctime
  def rfc3339 = __ascii("%Y-%m-%dT%H:%M:%S%:z")
  def rfc2822 = __ascii("%a, %-d %b %Y %T %z")
  alias rfc822 rfc2822
  def httpdate = __at_offset(0).__send__(:__ascii, "%a, %d %b %Y %T GMT")
  def jisx0301 = __ascii(__era_format)

  private

  # The first days of the Japanese eras, and the years before their first ones.
  ERAS = [[2_458_605, "R", 2018], [2_447_535, "H", 1988], [2_424_875, "S", 1925], [2_419_614, "T", 1911],
          [2_405_160, "M", 1867]].freeze
  private_constant :ERAS

  def __day_text
    year, month, day = @civil || __civil
    year = Kernel.format(year < 0 ? "%05d" : "%04d", year) if year < 1000
    "#{year}-#{"0" if month < 10}#{month}-#{"0" if day < 10}#{day}"
  end

  def __era_format
    _, name, before = ERAS.find { |first, _, _| @jd >= first }
    name ? "#{name}#{Kernel.format("%02d", year - before)}.%m.%d" : "%Y-%m-%d"
  end

  def __ascii(format) = strftime(format).force_encoding(Encoding::US_ASCII)

  def __steps(format)
    require "date/format"
    Format.steps(format)
  end

  def __at_offset(offset)
    day, second = (__moment + offset).divmod(86_400)
    self.class.allocate.__set(day, @start, second, __nano, offset)
  end
end
