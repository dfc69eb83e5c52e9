require 'strscan'

ROMAN = { 'M' => 1000, 'CM' => 900, 'D' => 500, 'CD' => 400, 'C' => 100, 'XC' => 90,
          'L' => 50, 'XL' => 40, 'X' => 10, 'IX' => 9, 'V' => 5, 'IV' => 4, 'I' => 1 }.freeze
WORDS = %w[zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
           fifteen sixteen seventeen eighteen nineteen].each_with_index.to_h.merge(
             %w[twenty thirty forty fifty sixty seventy eighty ninety].each_with_index.to_h { |w, i| [w, (i + 2) * 10] }
           ).freeze

def to_roman(n)
  ROMAN.reduce(+'') do |out, (sym, value)|
    count, n = n.divmod(value)
    out << sym * count
  end
end

def from_roman(text)
  ss = StringScanner.new(text.upcase)
  total = ROMAN.sum do |sym, value|
    limit = sym.size == 2 || 'VLD'.include?(sym) ? 1 : 3
    ss.scan(/(?:#{sym}){0,#{limit}}/).size / sym.size * value
  end
  raise ArgumentError, "#{text.inspect} is not a Roman numeral" unless ss.eos? && total.positive? && to_roman(total) == text.upcase

  total
end

def from_words(text)
  ss = StringScanner.new(text.downcase)
  total = current = 0
  until ss.eos?
    next if ss.skip(/[\s-]+|and\b/)

    word = ss.scan(/[a-z]+/) or raise ArgumentError, "unexpected #{ss.getch.inspect}"
    case word
    when 'hundred' then current *= 100
    when 'thousand' then total += current * 1000; current = 0
    when 'million' then total += current * 1_000_000; current = 0
    else current += WORDS.fetch(word) { raise ArgumentError, "unknown word #{word}" }
    end
  end
  total + current
end

%w[MCMXCIV xlii IX IIII VX MMXXIV ABC].each do |t|
  puts "#{t} = #{from_roman(t)}"
rescue ArgumentError => e
  puts e.message
end
['forty-two', 'one thousand nine hundred and eighty-four', 'two million five', 'eleventy', 'six!'].each do |t|
  puts "#{t} = #{from_words(t)} = #{to_roman(from_words(t) % 4000)}"
rescue ArgumentError => e
  puts "#{t}: #{e.message}"
end
p (1..3999).all? { |n| from_roman(to_roman(n)) == n }
