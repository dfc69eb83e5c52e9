module Roman
  VALUES = {
    1000 => "M", 900 => "CM", 500 => "D", 400 => "CD", 100 => "C", 90 => "XC",
    50 => "L", 40 => "XL", 10 => "X", 9 => "IX", 5 => "V", 4 => "IV", 1 => "I"
  }.freeze

  def self.from_i(number)
    raise RangeError, "#{number} has no roman form" unless number.between?(1, 3999)

    VALUES.reduce("") do |text, (value, letters)|
      count, number = number.divmod(value)
      text + letters * count
    end
  end

  def self.to_i(text)
    digits = text.upcase.each_char.map { |c| VALUES.key(c) or raise ArgumentError, "bad digit #{c}" }
    total = digits.each_cons(2).sum { |a, b| a < b ? -a : a } + digits.last
    raise ArgumentError, "#{text} is not canonical" unless from_i(total) == text.upcase

    total
  end
end

class Integer
  def to_roman = Roman.from_i(self)
end

class String
  def from_roman = Roman.to_i(self)
end

[1, 4, 9, 14, 40, 90, 400, 1666, 1994, 2024, 3999].each do |n|
  roman = n.to_roman
  puts "#{n.to_s.rjust(4)} #{roman.ljust(10)} #{roman.from_roman}"
end
puts (1..500).all? { |n| n.to_roman.from_roman == n }
puts (1..100).map(&:to_roman).max_by(&:length)
puts %w[X IX V XL].sort_by(&:from_roman).join(" < ")
["IIII", "ABC", "VX"].each do |bad|
  puts bad.from_roman
rescue ArgumentError => e
  puts e.message
end
[0, 4000].each do |bad|
  bad.to_roman
rescue RangeError => e
  puts e.message
end

ONES = %w[zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
          sixteen seventeen eighteen nineteen].freeze
TENS = %w[_ _ twenty thirty forty fifty sixty seventy eighty ninety].freeze
def words(n)
  case n
  when 0..19 then ONES[n]
  when 20..99 then TENS[n / 10] + (n % 10 == 0 ? "" : "-#{ONES[n % 10]}")
  when 100..999 then "#{ONES[n / 100]} hundred" + (n % 100 == 0 ? "" : " and #{words(n % 100)}")
  else
    "#{words(n / 1000)} thousand" + (n % 1000 == 0 ? "" : " #{words(n % 1000)}")
  end
end
[0, 13, 42, 100, 342, 999, 1000, 12_345].each { |n| puts "#{n}: #{words(n)}" }
puts 255.to_s(2), 255.to_s(16), "ff".to_i(16), "1010".to_i(2), "z".to_i(36), 35.to_s(36), 1234.digits.inspect
