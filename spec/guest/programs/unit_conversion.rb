# frozen_string_literal: true

class Quantity
  include Comparable
  UNITS = {
    length: { mm: 1/1000r, cm: 1/100r, m: 1r, km: 1000r, in: 254/10_000r, ft: 3048/10_000r, mi: 1_609_344/1000r },
    mass: { g: 1/1000r, kg: 1r, lb: 45_359_237/100_000_000r, t: 1000r },
    time: { s: 1r, min: 60r, h: 3600r, d: 86_400r }
  }.freeze
  DIMENSION = UNITS.flat_map { |dim, units| units.keys.map { |u| [u, dim] } }.to_h.freeze
  class IncompatibleUnits < TypeError; end

  attr_reader :value, :unit

  def self.parse(text)
    text.scan(/([-+]?\d+(?:[.,]\d+)?(?:e-?\d+)?)\s*([a-z]+)/i).map { |n, u| new(n.tr(",", ".").to_r, u.to_sym) }.sum
  end

  def initialize(value, unit)
    raise ArgumentError, "unknown unit #{unit}" unless DIMENSION.key?(unit)

    @value, @unit = value.to_r, unit
  end

  def dimension = DIMENSION[unit]
  def base = value * UNITS[dimension][unit]

  def to(other)
    raise IncompatibleUnits, "#{unit} is #{dimension}, #{other} is #{DIMENSION[other]}" unless DIMENSION[other] == dimension

    Quantity.new(base / UNITS[dimension][other], other)
  end

  def <=>(other) = other.is_a?(Quantity) && dimension == other.dimension ? base <=> other.base : nil
  def +(other) = other == 0 ? self : Quantity.new(value + other.to(unit).value, unit)
  def -(other) = self + -other
  def -@ = Quantity.new(-value, unit)
  def *(factor) = Quantity.new(value * factor, unit)
  def /(other) = other.is_a?(Quantity) ? base / other.base : Quantity.new(value / other, unit)
  def coerce(number) = number.zero? ? [Quantity.new(0, unit), self] : [self, number]
  def to_s = "#{value.denominator == 1 ? value.numerator : value.to_f.round(4)} #{unit}"
  def inspect = "#<#{self}>"

  def humanize
    units = UNITS[dimension].sort_by { |_, factor| -factor }
    name, = units.find { |_, factor| base.abs >= factor } || units.last
    to(name).to_s
  end
end

class Numeric
  Quantity::DIMENSION.each_key { |u| define_method(u) { Quantity.new(self, u) } unless method_defined?(u) }
end

puts 5.km, 1.mi.to(:km), 12.in.to(:cm), 1.5.h.to(:min), 180.lb.to(:kg), 6.ft + 2.in, 2 * 3.m, 10.km / 4, 10.km / 250.m, -5.kg, 1.km - 1.mi
puts 1.mi > 1.km, 100.cm == 1.m, [3.ft, 1.m, 40.in].sort.inspect, [3.ft, 1.m].max, 1.m.clamp(2.ft, 3.ft), 1.d.between?(23.h, 25.h)
puts [1500.m, 0.02.m, 90.s, 4000.s, 0.5.g, 2500.kg].map(&:humanize).inspect
puts Quantity.parse("1h 30min 15s").to(:s), Quantity.parse("2,5 km").to(:m), Quantity.parse("1e3 g").to(:kg), [1.m, 2.cm].sum
[-> { 1.kg + 1.m }, -> { Quantity.new(1, :furlong) }, -> { 1.kg > 1.m }, -> { 1.m + 1 }].each do |wrong|
  wrong.call
rescue Quantity::IncompatibleUnits, ArgumentError => e
  puts "#{e.class.name.split('::').last}: #{e.message.sub(/#<[^>]*>/, '#<…>')}"
rescue NoMethodError => e
  puts "no method #{e.name}"
end
celsius = { f: ->(c) { c * 9.0 / 5 + 32 }, k: ->(c) { c + 273.15 } }
[-40, 0, 36.6, 100].each { |c| puts "#{c}C = #{celsius.map { |u, f| "#{f[c].round(2)}#{u.upcase}" }.join(' = ')}" }
bytes = ->(n) { i = n.zero? ? 0 : [Math.log(n, 1024).floor, 5].min; format(i.zero? ? "%d B" : "%.1f %s", n / 1024.0**i, %w[B KiB MiB GiB TiB PiB][i]) }
puts [0, 512, 1024, 1536, 1_048_576, 5_000_000_000, 2**55].map(&bytes).join(", ")
duration = ->(s) { [[60, :s], [60, :m], [24, :h], [nil, :d]].map { |n, u| n ? (s, r = s.divmod(n); [r, u]) : [s, u] }.reverse.drop_while { |v, _| v.zero? }.map(&:join).join(" ") }
puts [5, 65, 3600, 90_061, 0].map(&duration).inspect
