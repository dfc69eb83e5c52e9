require 'bigdecimal'
require 'bigdecimal/util'

class AmountParser
  Error = Class.new(StandardError)
  SYMBOLS = { '$' => 'USD', '€' => 'EUR', '£' => 'GBP' }.freeze
  SUFFIX = { 'k' => 3, 'm' => 6, 'bn' => 9 }.freeze

  def parse(text)
    s = text.strip
    negative = s.start_with?('(') && s.end_with?(')') || s.include?('-')
    currency = SYMBOLS.find { |sym, _| s.include?(sym) }&.last || s[/\b[A-Z]{3}\b/]
    m = s.match(/(?<num>\d[\d.,' ]*\d|\d)\s*(?<suffix>k|m|bn)?\b/i) or raise Error, "no number in #{text.inspect}"

    value = BigDecimal(plain(m[:num])) * (BigDecimal('10')**SUFFIX.fetch(m[:suffix]&.downcase, 0))
    [negative ? -value : value, currency]
  end

  private

  def plain(num)
    num = num.delete("' ")
    comma, dot = num.rindex(','), num.rindex('.')
    if comma && dot
      comma > dot ? num.delete('.').tr(',', '.') : num.delete(',')
    elsif comma
      num.match?(/,\d{3}\z/) ? num.delete(',') : num.tr(',', '.')
    else
      num
    end
  end
end

parser = AmountParser.new
['$1,234.50', '1.234,50 €', '(£99)', 'EUR 12', '-3,5', "CHF 1'000'000.05", '2.5k', '$1.2 bn', '1,234', 'free', '1.2.3'].each do |text|
  value, currency = parser.parse(text)
  puts "#{text.ljust(18)} #{value.to_s('F').rjust(14)} #{currency || '?'}"
rescue AmountParser::Error, ArgumentError => e
  puts "#{text.ljust(18)} #{e.class}: #{e.message}"
end

p parser.parse('$0.10')
p parser.parse('$0.10').first + parser.parse('$0.20').first == parser.parse('$.30'.sub('.', '0.')).first
p '$5'.to_d, '5$'.to_d, ' 7.5 '.to_d, '1e2x'.to_d, '..1'.to_d, '0x1A'.to_d
