# frozen_string_literal: true

# Directives of format with their arguments, and texts that are read as numbers.
module FormatDirectives
  FLAGS = ["", "-", "0", "+", " ", "#", "-0", "#0", "+0", "#+", "-#", " #"].freeze
  WIDTHS = ["", "", "1", "5", "12", "30"].freeze
  PRECISIONS = ["", "", ".", ".0", ".1", ".3", ".10", ".25"].freeze
  WHOLE = %w[d i u x X o b B].freeze
  DECIMAL = %w[f e E g G a A].freeze
  TEXT = %w[s p c].freeze
  VALUES = ["nil", ":sym", '"é日本"', '"12"', '"0x1f"', '"1.5"', "65", "[1, nil]", "3r", "Rational(-7, 3)", "2.5"].freeze
  READERS = ["%s.to_i", "%s.to_f", "%s.to_r", "%s.to_c", "%s.hex", "%s.oct", "Integer(%s)", "Float(%s)", "Rational(%s)",
             "Complex(%s)", "%s.to_i(0)", "%s.to_i(16)", "Integer(%s, 8)"].freeze
  PIECES = ["0", "1", "9", "12", "_", ".", "e", "E", "+", "-", "/", "i", "@", "x", "0x", "0b", "f", " ", "p", "j",
            "000"].freeze

  class << self
    def line(random)
      return format(pick(random, READERS), text(random).inspect) if random.rand(4).zero?

      flags = pick(random, FLAGS)
      width = pick(random, WIDTHS)
      precision = pick(random, PRECISIONS)
      kind, value = directive(random)
      "format(#{"%#{flags}#{width}#{precision}#{kind}|".inspect}, #{value})"
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    def text(random) = Array.new(random.rand(1..6)) { pick(random, PIECES) }.join

    def directive(random)
      case random.rand(9)
      when 0 then [pick(random, TEXT), pick(random, VALUES)]
      when 1 then [pick(random, WHOLE + DECIMAL), pick(random, VALUES)]
      when 2..4 then [pick(random, WHOLE), whole(random)]
      when 5 then ["f", "Rational(#{whole(random)}, #{random.rand(1..1000)})"]
      else [pick(random, DECIMAL), decimal(random)]
      end
    end

    def whole(random)
      value = random.rand(1 << random.rand(1..(random.rand(2).zero? ? 70 : 200)))
      random.rand(2).zero? ? value.to_s : (-value).to_s
    end

    def decimal(random)
      value = case random.rand(4)
              when 0 then random.rand(-100_000..100_000) / (10.0**random.rand(0..5))
              when 1 then [random.rand(1 << 64)].pack("Q").unpack1("D")
              when 2 then [0.0, -0.0, 0.5, 1.5, 2.5, 1e22, 5e-324, 1.9, -1.0].sample(random:)
              else random.rand(1000) + 0.5
              end
      value.finite? ? value.to_s : ["Float::INFINITY", "-Float::INFINITY", "Float::NAN"].sample(random:)
    end
  end
end
