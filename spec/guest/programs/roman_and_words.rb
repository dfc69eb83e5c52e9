# Numbers as Roman numerals, English words, ordinals and bases.
ROMAN = { 1000 => "M", 900 => "CM", 500 => "D", 400 => "CD", 100 => "C", 90 => "XC", 50 => "L", 40 => "XL", 10 => "X",
          9 => "IX", 5 => "V", 4 => "IV", 1 => "I" }.freeze

def to_roman(n) = ROMAN.reduce("") { |s, (value, text)| count, n = n.divmod(value); s + text * count }

def from_roman(text)
  values = text.chars.map { |c| ROMAN.key(c) }
  values.each_cons(2).sum { |a, b| a < b ? -a : a } + values.last
end
[1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].each { |n| puts "#{n} #{to_roman(n)} #{from_roman(to_roman(n)) == n}" }

ONES = %w[zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
          seventeen eighteen nineteen].freeze
TENS = %w[_ _ twenty thirty forty fifty sixty seventy eighty ninety].freeze
SCALES = [[10**9, "billion"], [10**6, "million"], [1000, "thousand"], [100, "hundred"]].freeze

def words(n)
  return "minus #{words(-n)}" if n.negative?
  return ONES[n] if n < 20
  return [TENS[n / 10], (ONES[n % 10] unless (n % 10).zero?)].compact.join("-") if n < 100

  scale, name = SCALES.find { |s, _| n >= s }
  rest = n % scale
  [words(n / scale), name, *(rest.zero? ? nil : [*("and" if rest < 100), words(rest)])].join(" ")
end
[0, 13, 42, 100, 115, 999, 1001, 12_345, 1_000_000, -7, 2_147_483_647].each { |n| puts words(n) }

def ordinal(n)
  suffix = (11..13).cover?(n % 100) ? "th" : { 1 => "st", 2 => "nd", 3 => "rd" }.fetch(n % 10, "th")
  "#{n}#{suffix}"
end
puts (1..24).map { |n| ordinal(n) }.join(" "), ordinal(111), ordinal(1022)
puts 255.to_s(2), 255.to_s(16), "ff".to_i(16), "z9".to_i(36), 0b1010, 0o17, 0xff, 1_000, "0x1A".hex, "777".oct
puts 10.digits.inspect, 1234.digits(10).reverse.inspect, 3735928559.to_s(16).upcase, -255.to_s(2)
