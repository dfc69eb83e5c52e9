# frozen_string_literal: true

require "kobako"
require_relative "fuzz_host"
require_relative "fuzz_run"

# Random calculations with BigDecimal have the same results in the guest and on CRuby, with bigdecimal 3.1.5 or newer of
# that series: operands of up to 60 digits, zeros, infinities and NaN, all operations, rounding modes and formats.
# `JUDGE` is the command that starts such a CRuby, if this one has another bigdecimal.
module Decimals
  SIZE = 60
  SPECIALS = %w[0 -0 NaN Infinity -Infinity 1 -1 10 0.5 -0.5 2 3 7 0.1 999999999 1000000000 0.999999999
                1e9 1e-9 1e18].freeze
  MODES = (1..7).to_a.freeze
  BINARY = %w[+ - * / % <=> == < <= > >= divmod div quo modulo coerce eql?].freeze
  ALONE = %w[to_s inspect to_r to_f.to_s exponent sign precision scale n_significant_digits precision_scale split
             fix frac abs -@ nan? infinite? finite? zero? nonzero? negative? positive? hash.class floor ceil truncate
             round precs.first].freeze
  FORMATS = ["F", "+F", " F", "5F", "+3F", " 4F", "E", "3E", "+2", "9", "2f", "1F", "", "+ 3 F"].freeze
  TEXTS = ["1_000", "1__0", "_1", "1_", "1.", ".5", "1e", "1e+", "1d5", "1E-3", "", " ", "0x10", "1.2.3", "+1", "--1",
           "1 2", "+Infinity", "1e99999999999999999999", "1e-99999999999999999999", "-0e5", "0.00", "1.5_5", "1._5",
           "1e1_0"].freeze
  KINDS = %i[binary binary binary reversed alone alone format rounding places within_mode parsed power function
             conversion].freeze
  # A CRuby that answers lists of lines.
  SERVER = <<~'RUBY'
    require "bigdecimal/util"
    require "bigdecimal/math"
    $stdout.sync = true
    $stdin.binmode
    $stdout.binmode
    answer = ->(line) { eval(line).inspect rescue "#{$!.class}: #{$!.message}" }
    loop do
      lines = Marshal.load($stdin)
      $stdout.write(Marshal.dump(lines.map(&answer)))
    end
  RUBY

  class << self
    def warm_up
      @judge = IO.popen([*ENV.fetch("JUDGE", RbConfig.ruby).split, "-W0", "-e", SERVER], "r+b")
      @sandbox = FuzzHost.sandbox(timeout: 20, memory_limit: 64 << 20, stdout_limit: 4 << 20)
    end

    def check(number)
      random = Random.new(number)
      lines = Array.new(SIZE) { line(random) }
      @judge.write(Marshal.dump(lines))
      expected = Marshal.load(@judge) # rubocop:disable Security/MarshalLoad
      answers = lines.map { |line| "((#{line}).inspect rescue \"\#{$!.class}: \#{$!.message}\")" }
      found = @sandbox.eval("require 'bigdecimal/util'\nrequire 'bigdecimal/math'\n[#{answers.join(",\n")}]")
      at = lines.each_index.find { |i| expected[i] != found[i] }
      at && [lines[at], "CRuby:     #{expected[at]}", "the guest: #{found[at]}"].join("\n  ")
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    def line(random) = __send__(pick(random, KINDS), random)

    # Of remainders CRuby gives those of quotients with few digits only.
    def binary(random)
      if random.rand(4).zero?
        "#{amount(random)}.#{pick(random, %w[remainder / % * + -])}(#{amount(random)})"
      else
        "#{value(random)}.#{pick(random, BINARY)}(#{other(random)})"
      end
    end

    def reversed(random)
      "#{other(random)}.public_send(:#{pick(random, %w[+ - * / <=> == <])}, #{value(random)})"
    end

    def alone(random) = "#{value(random)}.#{pick(random, ALONE)}"
    def format(random) = "#{value(random)}.to_s(#{pick(random, FORMATS).inspect})"
    def rounding(random) = "#{value(random)}.round(#{digits_behind(random)}, #{pick(random, MODES)})"

    def places(random)
      "#{value(random)}.#{pick(random, %w[floor ceil truncate round])}(#{digits_behind(random)})"
    end

    def parsed(random) = "BigDecimal(#{text(random).inspect})"

    def value(random)
      return "BigDecimal(\"#{pick(random, SPECIALS)}\")" if random.rand(6).zero?

      "BigDecimal(\"#{digits(random)}e#{random.rand(-50..50)}\")"
    end

    def digits(random)
      size = random.rand(3).zero? ? random.rand(1..60) : random.rand(1..9)
      text = Array.new(size) { random.rand(4).zero? ? pick(random, %w[0 0 9 5]) : random.rand(10) }.join
      text.insert(random.rand(1..size - 1), ".") if size > 1 && random.rand(2).zero?
      random.rand(2).zero? ? text : "-#{text}"
    end

    def amount(random) = "BigDecimal(\"#{random.rand(-1_000_000..1_000_000) / 100.0}\")"

    def other(random)
      case random.rand(8)
      when 0 then random.rand(-1000..1000).to_s
      when 1 then "(#{random.rand(-1000..1000) / 8.0})"
      when 2 then "Rational(#{random.rand(-99..99)}, #{random.rand(1..99)})"
      when 3 then amount(random)
      when 4 then random.rand(-(10**40)..(10**40)).to_s
      else value(random)
      end
    end

    def digits_behind(random) = random.rand(3).zero? ? random.rand(-60..60) : random.rand(-2..6)

    def within_mode(random)
      call = ["#{value(random)}.#{pick(random, %w[add sub mult div])}(#{other(random)}, #{random.rand(0..30)})",
              "#{value(random)}.round(#{digits_behind(random)})", "#{value(random)} / #{other(random)}",
              "#{amount(random)} * #{amount(random)}", "#{value(random)}.sqrt(#{random.rand(20)})"]
      setting = ["BigDecimal.mode(BigDecimal::ROUND_MODE, #{pick(random, MODES)})",
                 "BigDecimal.mode(BigDecimal::EXCEPTION_#{pick(random, %w[NaN INFINITY ALL ZERODIVIDE])}, true)"]
      calls = "#{pick(random, setting)}; #{pick(random, call)}"
      "BigDecimal.save_rounding_mode { BigDecimal.save_exception_mode { #{calls} } }"
    end

    def text(random)
      base = [digits(random), "#{digits(random)}e#{random.rand(-99..99)}", pick(random, SPECIALS), pick(random, TEXTS)]
      pick(random, [" ", "", "", "", "\n"]) + pick(random, base) + pick(random, ["", "", "", " ", "x", "\t"])
    end

    def power(random)
      base = random.rand(3).zero? ? pick(random, SPECIALS) : (random.rand(-10_000..10_000) / 100.0).to_s
      exponent = [random.rand(-12..12).to_s, "0.5", "-1.5", "Rational(1, 3)", "BigDecimal(\"0.25\")", "2.0", "0"]
      digits = random.rand(2).zero? ? ", #{random.rand(1..30)}" : ""
      "BigDecimal(\"#{base}\").power(#{pick(random, exponent)}#{digits})"
    end

    def function(random)
      text = pick(random, [random.rand(1..5000) / 100.0, random.rand(-500..500) / 100.0, pick(random, SPECIALS),
                           "#{random.rand(1..99)}e#{random.rand(-20..20)}"])
      number = "BigDecimal(\"#{text}\")"
      digits = random.rand(1..40)
      case random.rand(4)
      when 0 then "#{number}.sqrt(#{digits})"
      when 1 then "BigMath.log(#{number}, #{digits})"
      when 2 then "BigMath.exp(BigDecimal(\"#{random.rand(-500..500) / 100.0}\"), #{digits})"
      else "BigMath.#{pick(random, %w[sin cos atan sqrt])}(#{number}, #{digits})"
      end
    end

    def conversion(random)
      float = [random.rand(1 << 64)].pack("Q").unpack1("D")
      float = 0.5 unless float.finite?
      pick(random, ["(#{float}).to_d", "(#{random.rand(-9999..9999) / 100.0}).to_d(#{random.rand(17)})",
                    "Rational(#{random.rand(-99..99)}, #{random.rand(1..99)}).to_d(#{random.rand(1..30)})",
                    "#{random.rand(-(10**25)..(10**25))}.to_d", "#{text(random).inspect}.to_d",
                    "BigDecimal(#{random.rand(-9999..9999) / 64.0}, #{random.rand(18)})",
                    "BigDecimal(Rational(#{random.rand(1..99)}, 7), #{random.rand(30)})",
                    "[#{value(random)}, #{other(random)}, #{amount(random)}].sum",
                    "BigDecimal(#{text(random).inspect}, exception: false)"])
    end
  end
end

FuzzRun.main("decimals", -> { Decimals.warm_up }) { |number| Decimals.check(number) }
