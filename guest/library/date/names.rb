# frozen_string_literal: true

class Date
  # Names and digits as texts have them.
  module Names
    DAY = "sun|mon|tue|wed|thu|fri|sat"
    MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    ERAS = { "m" => 1867, "t" => 1911, "s" => 1925, "h" => 1988, "r" => 2018 }.freeze

    class << self
      def day(text) = DAY.index(text[0, 3].downcase) / 4
      def month(text) = MONTH.index(text[0, 3].downcase) / 4 + 1
      def era(letter) = ERAS[letter.downcase]
      def fraction(digits) = Rational(digits.to_i, 10**digits.size)
    end
  end
  private_constant :Names
end
