# frozen_string_literal: true

require "date"
require "time"
require "kobako"
require_relative "date_texts"
require_relative "fuzz_host"
require_relative "fuzz_run"

# Dates and times have the same parts, differences and texts in the guest and on this Ruby, and are read from texts in
# the same way; or both raise the same.
module Dates
  SIZE = 40
  STARTS = ["", "", "", "", ", Date::ENGLAND", ", Date::JULIAN", ", Date::GREGORIAN", ", 2299000", ", 2426300"].freeze
  OFFSETS = ["0", "0", "'+09:00'", "'-3:30'", "'+5'", "Rational(1, 24)", "-0.25", "'EST'", "1",
             "Rational(7, 1000)"].freeze
  PARTS = "[d.jd, d.year, d.month, d.day, d.wday, d.yday, d.cwyear, d.cweek, d.cwday, d.ajd, d.amjd, d.mjd, d.ld, " \
          "d.leap?, d.julian?, d.day_fraction, d.inspect, d.start, d.saturday?]"
  CLOCK = "[d.hour, d.min, d.sec, d.sec_fraction, d.offset, d.zone, d.new_offset('+02:00'), d.to_s, d.to_date]"
  DAYS = ["1", "-1", "31", "-400", "10000", "0.5", "-1.25", "Rational(1, 3)", "Rational(-7, 86400)", "1e-6", "2r",
          "nil", "'1'", "2**70", "3.0"].freeze
  MONTHS = %w[1 -1 12 -13 120 5000 0 1.5 nil 2r].freeze
  EQUALS = %w[<=> == === eql? < >=].freeze

  class << self
    def warm_up
      ENV["TZ"] = "UTC"
      @sandbox = FuzzHost.sandbox(timeout: 10, memory_limit: 64 << 20, stdout_limit: 4 << 20, clock: :host)
      @sandbox.preload(name: :Libraries, code: "require 'date'\nrequire 'time'\nLibraries = nil")
    end

    def check(number)
      random = Random.new(number)
      lines = Array.new(SIZE) { line(random) }
      expected = lines.map { |line| on_this_ruby(line) }
      guarded = lines.map { |line| "((#{line}).inspect.b rescue \"\#{$!.class}: \#{$!.message}\")" }
      found = @sandbox.eval("[#{guarded.join(",\n")}]")
      at = lines.each_index.find { |i| plain(expected[i]) != plain(found[i]) }
      at && [lines[at], "this Ruby: #{expected[at]}", "the guest: #{found[at]}"].map(&:b).join("\n  ")
    end

    private

    # Quotes of messages and hashes changed with 3.4, what Time says of numbers that are too large with 3.3.
    def plain(text)
      text.to_s.b.tr("`", "'").gsub(/:(\w+)=>/n, '\1: ').sub(/(?:argument|mon|hour|min|sec) out of range/n,
                                                             "out of range")
    end

    def on_this_ruby(line)
      eval(line).inspect.b # rubocop:disable Security/Eval
    rescue StandardError => e
      "#{e.class}: #{e.message}"
    end

    def pick(random, list) = list[random.rand(list.size)]

    def line(random)
      case random.rand(16)
      when 0, 1 then "d = #{date(random)}; #{PARTS}"
      when 2 then "d = #{date_time(random)}; #{PARTS} + #{CLOCK}"
      when 3 then moved(random)
      when 4 then compared(random)
      when 5 then made(random)
      when 6, 7 then DateTexts.formatted(random, random.rand(2).zero? ? date(random) : date_time(random))
      else read(random)
      end
    end

    def read(random)
      text = DateTexts.written(random).inspect
      case random.rand(8)
      when 0, 1, 2 then sorted("Date._parse(#{text}#{[", false", ""][random.rand(2)]})")
      when 3 then sorted("Date.#{pick(random, DateTexts::STANDARDS)}(#{DateTexts.standard(random).inspect})")
      when 4, 5 then sorted(DateTexts.scanned(random))
      when 6 then "#{pick(random, %w[Date DateTime])}.parse(#{text})"
      else parsed_time(text)
      end
    end

    # Not for the parts of no time, which CRuby takes for one that depends on the offset.
    def parsed_time(text)
      "parts = Date._parse(#{text}); [parts[:hour], parts[:sec]].compact.all? { |part| part < 24 } && " \
        "Date.valid_date?(2001, parts[:mon] || 1, parts[:mday] || 1) && Time.parse(#{text}, Time.utc(2001, 2, 3)).utc"
    end

    # Offsets that are whole seconds were Rational before 3.2.
    def sorted(hash)
      "(#{hash})&.sort_by { |name, _| name.to_s }" \
        "&.map { |name, value| [name, value.is_a?(Rational) && value % 1 == 0 ? value.to_i : value] }"
    end

    def year(random)
      case random.rand(5)
      when 0 then pick(random, [1582, 1583, 1752, 1930, 1931, 1700, 1581, 0, -1, -4712, 4, 100, 2000])
      when 1 then random.rand(-10_000..10_000)
      else random.rand(1900..2100)
      end
    end

    def month(random) = random.rand(8).zero? ? random.rand(-14..14) : random.rand(1..12)

    def day(random)
      case random.rand(6)
      when 0 then random.rand(-32..33)
      when 1 then pick(random, %w[3.5 31r 15.25 1.0])
      else random.rand(1..28)
      end
    end

    def date(random)
      return "Date.jd(#{random.rand(-2_000_000..6_000_000)}#{pick(random, STARTS)})" if random.rand(3).zero?

      "Date.new(#{year(random)}, #{month(random)}, #{day(random)}#{pick(random, STARTS)})"
    end

    def date_time(random)
      second = pick(random, [random.rand(60), random.rand(-61..61), "7.5", "Rational(1, 3)", "59.999"])
      "DateTime.new(#{year(random)}, #{month(random)}, #{random.rand(1..31)}, #{random.rand(-2..24)}, " \
        "#{random.rand(-2..60)}, #{second}, #{pick(random, OFFSETS)}#{pick(random, STARTS)})"
    end

    def either(random) = random.rand(3).zero? ? date_time(random) : date(random)

    def moved(random)
      case random.rand(4)
      when 0 then "#{either(random)} + #{pick(random, DAYS)}"
      when 1 then "#{either(random)} - #{pick(random, DAYS)}"
      when 2 then "#{either(random)} #{pick(random, %w[>> <<])} #{pick(random, MONTHS)}"
      else "#{either(random)}.step(#{date(random)}, #{random.rand(1..9) * 100_000}).first(3)"
      end
    end

    def compared(random)
      one = either(random)
      other = random.rand(6).zero? ? pick(random, ["nil", "2451545", "2451544.5", "'x'"]) : either(random)
      return "#{one} - #{other}" if random.rand(3).zero?

      "a = #{one}; b = #{random.rand(3).zero? ? "a.dup" : other}; a #{pick(random, EQUALS)} b"
        .sub(/ (eql\?) b\z/, ".eql?(b)")
    end

    def made(random)
      year = year(random)
      start = pick(random, STARTS)
      case random.rand(5)
      when 0 then "Date.commercial(#{year}, #{random.rand(-54..54)}, #{random.rand(-8..8)}#{start})"
      when 1 then "Date.ordinal(#{year}, #{random.rand(-367..367)}#{start})"
      when 2 then "Date.valid_civil?(#{year}, #{random.rand(-14..14)}, #{random.rand(-33..33)}#{start})"
      when 3 then "DateTime.commercial(#{year}, #{random.rand(1..53)}, #{random.rand(1..7)}, 1, 2, 3.5)"
      else "DateTime.ordinal(#{year}, #{pick(random, ["1.5", random.rand(1..366)])}#{pick(random, ["", ", 12.5"])})"
      end
    end
  end
end

FuzzRun.main("dates", -> { Dates.warm_up }) { |number| Dates.check(number) }
