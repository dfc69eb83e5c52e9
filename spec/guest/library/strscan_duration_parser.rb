# Needs Ruby 3.3: its standard library
require 'strscan'

module Duration
  UNITS = { 'w' => 604_800, 'd' => 86_400, 'h' => 3600, 'm' => 60, 's' => 1, 'ms' => 0.001r }.freeze
  Invalid = Class.new(StandardError)

  def self.parse(text)
    ss = StringScanner.new(text.strip.downcase)
    raise Invalid, 'empty duration' if ss.eos?

    sign = ss.skip(/-/) ? -1 : 1
    return sign * iso(ss) if ss.skip(/p/)

    if ss.scan(/(\d+):(\d{2})(?::(\d{2}))?\z/)
      parts = ss.captures.compact.map(&:to_i)
      return sign * parts.inject { |a, b| a * 60 + b }
    end

    total = 0
    until ss.eos?
      ss.skip(/(?:[\s,]+|and\b)+/)
      number = ss.scan(/\d+(?:\.\d+)?/) or raise Invalid, "number expected at #{ss.pos} in #{text.inspect}"
      ss.skip(/\s+/)
      unit = ss.scan(/ms|[wdhms]/) or raise Invalid, "unit expected after #{number}"
      ss.skip(/[a-z]+/) unless unit == 'ms'
      total += number.to_r * UNITS.fetch(unit)
    end
    total = sign * total
    total.denominator == 1 ? total.to_i : total.to_f
  end

  def self.iso(ss)
    seconds = 0
    seconds += ss[1].to_i * 86_400 if ss.scan(/(\d+)d/)
    if ss.skip(/t/)
      seconds += ss[1].to_i * UNITS[ss[2]] while ss.scan(/(\d+)([hms])/)
    end
    raise Invalid, "cannot read #{ss.rest.inspect}" unless ss.eos?

    seconds
  end
  private_class_method :iso
end

['90s', '1h 30m', '2 days, 4 hours and 5 minutes', '1.5h', '250ms', '-10m', '1:02:03', '12:34', 'PT1H5M', 'P2DT30S', '1w2d'].each do |t|
  puts "#{t.ljust(32)} #{Duration.parse(t).inspect}"
end
['', 'soon', '5 x', 'P1Y', '3h oops'].each do |t|
  Duration.parse(t)
rescue Duration::Invalid => e
  puts "#{t.inspect} -> #{e.message}"
end
begin
  Duration.iso(nil)
rescue NoMethodError => e
  puts e.message[0, 32]
end
