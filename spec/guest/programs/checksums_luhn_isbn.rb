# frozen_string_literal: true

# Luhn, ISBN-10/13, IBAN, EAN, Verhoeff-free check digits, card types, roman years.
module Check
  module_function

  def luhn?(text)
    digits = text.delete(" -").then { |t| t.match?(/\A\d{2,}\z/) ? t.chars.map(&:to_i) : (return false) }
    digits.reverse.each_slice(2).sum { |odd, even = 0| odd + (even * 2).digits.sum } % 10 == 0
  end

  def luhn_digit(partial) = (0..9).find { |d| luhn?("#{partial}#{d}") }

  def isbn10?(text)
    chars = text.delete("-").upcase
    return false unless chars =~ /\A\d{9}[\dX]\z/

    chars.each_char.with_index.sum { |c, i| (c == "X" ? 10 : c.to_i) * (10 - i) } % 11 == 0
  end

  def isbn13?(text) = text.delete("- ").then { |t| t.size == 13 && t.each_char.map(&:to_i).zip([1, 3].cycle).sum { |d, w| d * w } % 10 == 0 }

  def isbn10_to_13(text)
    core = "978" + text.delete("-")[0, 9]
    sum = core.chars.each_with_index.sum { |d, i| d.to_i * (i.odd? ? 3 : 1) }
    core + ((10 - sum % 10) % 10).to_s
  end

  def iban?(text)
    t = text.gsub(/\s+/, "").upcase
    return false unless t.match?(/\A[A-Z]{2}\d{2}[A-Z0-9]{10,30}\z/)

    (t[4..] + t[0, 4]).gsub(/[A-Z]/) { |c| (c.ord - 55).to_s }.to_i % 97 == 1
  end

  def card(number)
    case number.delete("^0-9")
    when /\A4\d{12}(\d{3})?\z/ then :visa
    when /\A(5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}\z/ then :mastercard
    when /\A3[47]\d{13}\z/ then :amex
    else :unknown
    end
  end
end

["4539 1488 0343 6467", "8273 1232 7352 0569", "0", "059", "059a", "4111-1111-1111-1111", ""].each { |n| puts "luhn #{n.inspect}: #{Check.luhn?(n)}" }
puts Check.luhn_digit("7992739871"), Check.luhn_digit("453914880343646")
%w[3-598-21508-8 3-598-21507-X 3-598-21508-9 3598P215088 0-306-40615-2].each { |n| puts "isbn #{n}: #{Check.isbn10?(n)} #{Check.isbn10_to_13(n) if Check.isbn10?(n)}".rstrip }
puts %w[978-0-306-40615-7 978-0-306-40615-8 9783161484100].map { |n| Check.isbn13?(n) }.inspect
["GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 00", "GB82 TEST 1234 5698 7654 32", "XX"].each { |n| puts "iban #{n.scan(/\S{4}/).first.inspect}: #{Check.iban?(n)}" }
puts ["4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009", "2221000000000009", "1234"].map { |n| Check.card(n) }.inspect
parity = ->(n) { n.to_s(2).count("1").odd? ? 1 : 0 }
hamming = lambda do |bits|
  d = bits.chars.map(&:to_i)
  p1, p2, p3 = d[0] ^ d[1] ^ d[3], d[0] ^ d[2] ^ d[3], d[1] ^ d[2] ^ d[3]
  [p1, p2, d[0], p3, d[1], d[2], d[3]].join
end
fix = lambda do |code|
  d = code.chars.map(&:to_i)
  error = [[0, 2, 4, 6], [1, 2, 5, 6], [3, 4, 5, 6]].each_with_index.sum { |idx, i| d.values_at(*idx).reduce(:^) << i }
  d[error - 1] ^= 1 if error.positive?
  [d.values_at(2, 4, 5, 6).join, error]
end
code = hamming.("1011")
p code, fix.(code), 7.times.map { |i| broken = code.dup.tap { |c| c[i] = c[i] == "0" ? "1" : "0" }; fix.(broken) }.uniq(&:first).size, (0..7).map(&parity)
p "hello".each_char.with_index(1).sum { |c, i| c.ord * i } % 256, 2**64 % 97, 10.pow(30, 97), "123456789012345678901234567890".to_i % 97, "3214282912345698765432161182".to_i.modulo(97), 98765.digits.each_slice(2).sum(&:first)
