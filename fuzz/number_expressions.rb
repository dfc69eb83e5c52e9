# frozen_string_literal: true

# Expressions of big integers, floats and rationals.
module NumberExpressions
  ARITHMETIC = %w[+ - * / % & | ^ <=> == < >= eql? gcd lcm gcdlcm divmod div modulo remainder coerce allbits?
                  anybits? nobits?].freeze
  ALONE = %w[to_s bit_length abs -@ ~ succ pred to_f even? hash.class size.class integer? to_r floor to_i].freeze
  ROUNDINGS = %w[floor ceil round truncate].freeze
  COMPARISONS = %w[== < <= > >= <=> != eql? + - * / % div divmod remainder fdiv].freeze
  HALVES = %w[:up :even :down nil].freeze
  FLOATS = [0.0, -0.0, 0.1, 0.5, 1.5, 2.5, -2.5, 1e15, 1e16, 1e22, 1e23, 1e300, 5e-324, 9.3e18, 2.0**53, 2.0**63,
            -(2.0**63), 4.35, 19.99, 1.005, 10.075].freeze
  EXPONENTS = ["0.5", "-0.5", "1.5", "(1.0 / 3)", "2.0", "-3", "0", "Rational(1, 2)", "Rational(-3, 4)"].freeze
  OTHERS = { 2 => :modular, 3 => :shift, 8 => :mixed, 10 => :complex, 11 => :power, 12 => :fraction }.freeze

  class << self
    def line(random)
      kind = random.rand(13)
      case kind
      when 0, 1 then "(#{integer(random)}).public_send(:#{pick(random, ARITHMETIC)}, #{integer(random)})"
      when 4 then "(#{integer(random)}).#{pick(random, ALONE)}"
      when 5 then rounding(random, integer(random))
      when 6, 7 then rounding(random, float(random))
      when 9 then "Rational(#{integer(random)}, #{integer(random)}).then { |r| [r, r.floor, r.round(3), r.truncate] }"
      else __send__(OTHERS.fetch(kind), random)
      end
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    # As text: a literal may be too long for the guest's compiler.
    def integer(random)
      value =
        case random.rand(5)
        when 0 then random.rand(1000)
        when 1 then (2**random.rand(1..2000)) + random.rand(-1..1)
        when 2 then random.rand(1 << random.rand(50..70))
        else random.rand(1 << random.rand(1..2000))
        end
      value = -value if random.rand(2).zero?
      "#{value.to_s(36).inspect}.to_i(36)"
    end

    def float(random)
      value =
        case random.rand(6)
        when 0 then random.rand(-100_000..100_000) / (10.0**random.rand(0..5))
        when 1 then random.rand(-(10**15)..(10**15)) / (10.0**random.rand(0..12))
        when 2 then [random.rand(1 << 64)].pack("Q").unpack1("D")
        when 3 then random.rand(-1000..1000) + 0.5
        when 4 then (2.0**random.rand(40..70)) + random.rand(-3..3)
        else pick(random, FLOATS)
        end
      value.finite? ? value.to_s : "0.5"
    end

    def modular(random)
      exponent = random.rand(2).zero? ? random.rand(1 << random.rand(1..64)).to_s : integer(random)
      modulus = random.rand(2).zero? ? integer(random) : "(#{random.rand(1 << random.rand(1..70))})"
      "(#{integer(random)}).pow((#{exponent}).abs, #{modulus}.abs + 2)"
    end

    def shift(random)
      places = random.rand(-2100..2100)
      case random.rand(5)
      when 0 then "(#{integer(random)})[#{places}]"
      when 1 then "(#{integer(random)}).to_s(#{random.rand(2..36)})"
      when 2 then "(#{integer(random)}).abs.digits(#{random.rand(2..1000)})"
      when 3 then "(#{integer(random)}) ** #{random.rand(9)}"
      else "(#{integer(random)}) #{pick(random, %w[<< >>])} #{places}"
      end
    end

    def rounding(random, value)
      digits = random.rand(3).zero? ? random.rand(-15..25) : random.rand(0..6)
      method = digits.negative? ? "floor" : pick(random, ROUNDINGS)
      half = ", half: #{pick(random, HALVES)}" if method == "round" && random.rand(2).zero?
      "(#{value}).#{method}(#{digits}#{half})"
    end

    def complex(random)
      parts = Array.new(4) { small(random) }
      one = "Complex(#{parts[0]}, #{parts[1]})"
      case random.rand(4)
      when 0 then "#{one}.public_send(:#{pick(random, %w[+ - * / quo == <=> fdiv])}, #{parts[2]})"
      when 1 then "#{one} ** #{random.rand(-6..12)}"
      when 2 then "[#{one}.polar, #{one}.abs2, #{one}.conj, -#{one}, #{one}.to_s, #{one}.hash == #{one}.hash]"
      else "#{one}.public_send(:#{pick(random, %w[+ - * / quo == eql? <=>])}, Complex(#{parts[2]}, #{parts[3]}))"
      end
    end

    def small(random)
      case random.rand(4)
      when 0 then "(#{random.rand(-9..9)})"
      when 1 then "Rational(#{random.rand(-9..9)}, #{random.rand(1..9)})"
      when 2 then "(#{random.rand(-99..99) / 4.0})"
      else "(#{random.rand(-(1 << 70)..(1 << 70))})"
      end
    end

    def power(random)
      base = random.rand(2).zero? ? small(random) : float(random)
      exponent = pick(random, EXPONENTS)
      "((#{base}) ** #{exponent}).then { |v| v.is_a?(Complex) ? v.rect.map { |part| part.round(9) } : v }"
    end

    def fraction(random)
      one = "Rational(#{integer(random)}, #{random.rand(1..(1 << 60))})"
      two = pick(random, [one, integer(random), float(random)])
      case random.rand(3)
      when 0 then "#{one}.public_send(:#{pick(random, COMPARISONS - %w[remainder])}, #{two})"
      when 1 then "#{one}.then { |r| [r.to_f, r.to_i, r.ceil(2), r.round(-2), r.rationalize(Rational(1, 100))] }"
      else "(#{float(random)}).then { |f| [f.to_r, f.rationalize, f.numerator, f.next_float, f.prev_float] }"
      end
    end

    def mixed(random)
      text = float(random)
      near = random.rand(2).zero? && text.to_f.abs < 1e30 ? (text.to_f.to_i + random.rand(-1..1)).to_s : integer(random)
      sides = [text, near].shuffle(random:)
      case random.rand(6)
      when 0 then "[#{sides.join(", ")}].max"
      when 1 then "[#{sides.join(", ")}].sort"
      when 2 then "(#{sides[0]}).clamp(*[#{near}, #{text}].sort)"
      when 3 then "[[#{text}].include?(#{near}), { #{near} => 1 }[#{text}], #{text} === #{near}]"
      else "(#{sides[0]}).public_send(:#{pick(random, COMPARISONS)}, #{sides[1]})"
      end
    end
  end
end
