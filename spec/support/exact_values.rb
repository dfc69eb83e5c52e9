# frozen_string_literal: true

require "bigdecimal"
require "date"
require "set"

# Random values of the classes that cross exactly, with their extremes, and whether two are the same to the last bit.
module ExactValues
  STARTS = [Date::ITALY, Date::ENGLAND, Date::JULIAN, Date::GREGORIAN, 2_300_000].freeze
  SPECIALS = %w[NaN Infinity -Infinity 0 -0].freeze
  EXTREMES = [
    2**64, -(2**63) - 1, 2**63, -(2**63), (2**64) - 1, -(2**64), (1 << (8 << 20)) - 1, -((1 << (8 << 20)) - 1),
    Time.at(0, in: "UTC"), Time.at(0, in: "+00:00"), Time.at(-1, 999_999_999, :nsec, in: "-23:59:59"),
    Time.at(253_402_300_800, 1, :nsec, in: "+23:59:59"), Time.utc(-4713, 1, 1), Time.utc(400_000, 12, 31),
    Date.new(-4712, 1, 1), Date.new(1582, 10, 4), Date.new(1582, 10, 15), Date.new(-1_000_000_000, 2, 28),
    Date.new(1_000_000_000, 12, 31), Date.new(2000, 2, 29, Date::JULIAN), Date.new(1, 1, 1, Date::GREGORIAN),
    Date.new(2001, 2, 3) + Rational(1, 4), DateTime.new(-1, 12, 31, 23, 59, 59, "-23:59"),
    DateTime.new(2001, 2, 3, 4, 5, Rational(6_000_000_001, 1_000_000_000), "+14:00"), DateTime.new(2001, 2, 3),
    *SPECIALS.map { |text| BigDecimal(text) }, BigDecimal("1e1000"), BigDecimal("-1e-1000"), BigDecimal("9" * 1000),
    BigDecimal("1e1048575"), BigDecimal("-1e-1048576"), BigDecimal("123456789.000000001"), BigDecimal("100"),
    Rational(0), Rational(1, 3), Rational(-(2**100), 3**60), Rational(2**63, 1), Rational(-(2**63), 7), Rational(5, 1),
    Complex(0, 0), Complex(1, -2), Complex(-0.0, Float::INFINITY), Complex(Rational(1, 3), 2**70),
    Complex(BigDecimal("1.5"), 2.5), 1..2, 1...1, (1..), (...2), (nil..), "a".."zz", :a..:b, 1.5...2.5,
    Time.at(0)..Time.at(1), Date.new(1999)...Date.new(2000), BigDecimal("1")..BigDecimal("2"), 0..(2**80), [1]..[2],
    Set[], Set[nil, true, 1, 1.0, "a", :a], Set[Set[], Set[Set[1]]], Set[[1, { 2 => Set[3] }], 1..2, Time.at(0)],
    { Date.new(2001) => 1, BigDecimal("1.5") => 2, Rational(1, 2) => 3, (1..2) => 4, Set[1] => 5, Complex(1, 2) => 6 }
  ].freeze

  class << self
    def random(rng, depth = 0)
      case rng.rand(depth < 3 ? 12 : 8)
      when 0 then integer(rng)
      when 1 then time(rng)
      when 2 then date(rng)
      when 3 then date_time(rng)
      when 4 then decimal(rng)
      when 5 then rational(rng)
      when 6 then complex(rng)
      when 7 then rng.rand < 0.5 ? rng.rand : rng.bytes(rng.rand(20))
      when 8 then range(rng)
      when 9 then Array.new(rng.rand(5)) { random(rng, depth + 1) }
      when 10 then Set.new(Array.new(rng.rand(5)) { member(rng, depth + 1) })
      else Array.new(rng.rand(5)) { [member(rng, depth + 1), random(rng, depth + 1)] }.to_h
      end
    end

    def integer(rng) = rng.rand(1 << rng.rand(1..600)) * (rng.rand < 0.5 ? -1 : 1)
    def time(rng) = Time.at(integer(rng) % (1 << 50), rng.rand(1_000_000_000), :nsec, in: zone(rng))

    def zone(rng)
      rng.rand < 0.3 ? "UTC" : rng.rand(-86_399..86_399)
    end

    def date(rng) = Date.jd(rng.rand(-(2**40)..(2**40)), STARTS.sample(random: rng))

    def date_time(rng)
      DateTime.jd(rng.rand(-(2**30)..(2**30)), rng.rand(24), rng.rand(60),
                  rng.rand(60) + Rational(rng.rand(1_000_000_000), 1_000_000_000),
                  Rational(rng.rand(-86_400..86_400), 86_400), STARTS.sample(random: rng))
    end

    def decimal(rng)
      rng.rand < 0.1 ? BigDecimal(SPECIALS.sample(random: rng)) : BigDecimal("#{integer(rng)}e#{rng.rand(-400..400)}")
    end

    def rational(rng) = Rational(integer(rng), integer(rng).abs + 1)

    def complex(rng)
      Complex(*Array.new(2) { [integer(rng), rng.rand, rational(rng)].sample(random: rng) })
    end

    def range(rng)
      low, high = Array.new(2) { [integer(rng), rational(rng), rng.rand].sample(random: rng) }.sort
      Range.new(rng.rand < 0.2 ? nil : low, rng.rand < 0.2 ? nil : high, rng.rand < 0.5)
    end

    # No NaN, of which no two are equal.
    def member(rng, depth)
      value = random(rng, depth)
      value.is_a?(BigDecimal) && value.nan? ? nil : value
    end

    def same?(one, two)
      return false unless one.instance_of?(two.class)

      parts = parts(one)
      parts ? parts.size == parts(two).size && parts.zip(parts(two)).all? { |a, b| same?(a, b) } : plain?(one, two)
    end

    private

    def parts(value)
      case value
      when Complex then value.rectangular
      when Range then [value.begin, value.end, value.exclude_end?]
      when Array then value
      when Set then value.to_a
      when Hash then value.to_a.flatten(1)
      end
    end

    def plain?(one, two)
      case one
      when Time then [one.to_i, one.nsec, one.utc_offset, one.utc?] == [two.to_i, two.nsec, two.utc_offset, two.utc?]
      when Date then one.send(:marshal_dump) == two.send(:marshal_dump)
      when BigDecimal then one.nan? ? two.nan? : one == two && one.sign == two.sign
      when Float then [one].pack("G") == [two].pack("G")
      else one == two
      end
    end
  end
end
