# frozen_string_literal: true

# Dates as texts.
class Date
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

  def __era_format
    _, name, before = ERAS.find { |first, _, _| @jd >= first }
    name ? "#{name}#{Kernel.format("%02d", year - before)}.%m.%d" : "%Y-%m-%d"
  end

  def __ascii(format) = strftime(format).force_encoding(Encoding::US_ASCII)

  # What the formats ask.
  def __too_wide(format) = raise(Errno::ERANGE, "Numerical result out of range - #{format}")
  def __fraction(digits) = (__nano * 10**digits).div(1_000_000_000).to_s.rjust(digits, "0")
  def __epoch = __moment - 210_866_803_200
  def __epoch_millis = (__epoch * 1000 + __nano / 1_000_000).to_i
  def __zone_name = __ascii("%:z")

  def __at_offset(offset)
    day, second = (__moment + offset).divmod(86_400)
    self.class.allocate.__set(day, @start, second, __nano, offset)
  end
end
