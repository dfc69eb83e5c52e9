def caesar(text, shift)
  text.each_char.map do |c|
    case c
    when "a".."z" then ((c.ord - 97 + shift) % 26 + 97).chr
    when "A".."Z" then ((c.ord - 65 + shift) % 26 + 65).chr
    else c
    end
  end.join
end

secret = caesar("Hello, World! xyz", 3)
puts secret, caesar(secret, -3)
puts "Hello".tr("A-Za-z", "N-ZA-Mn-za-m"), "Hello".tr("A-Za-z", "N-ZA-Mn-za-m").tr("A-Za-z", "N-ZA-Mn-za-m")

def vigenere(text, key, sign)
  text.chars.each_with_index.map { |c, i| ((c.ord - 65 + sign * (key[i % key.size].ord - 65)) % 26 + 65).chr }.join
end
coded = vigenere("ATTACKATDAWN", "LEMON", 1)
puts coded, vigenere(coded, "LEMON", -1)

def rle(text)
  text.each_char.chunk { |c| c }.map { |c, run| run.size > 1 ? "#{run.size}#{c}" : c }.join
end

def unrle(text)
  count = ""
  text.each_char.with_object(+"") do |c, out|
    if c >= "0" && c <= "9"
      count += c
    else
      out << c * (count.empty? ? 1 : count.to_i)
      count = ""
    end
  end
end
packed = rle("WWWWWWWWWWWWBWWWWWWWWWWWWBBBWWWA")
puts packed, unrle(packed), unrle(packed).length

ALPHABET = [*"A".."Z", *"a".."z", *"0".."9", "+", "/"].freeze
def base64(text)
  text.bytes.each_slice(3).map do |chunk|
    bits = chunk.inject(0) { |n, b| n << 8 | b } << 8 * (3 - chunk.size)
    digits = [18, 12, 6, 0].map { |s| ALPHABET[bits >> s & 63] }
    (digits.first(chunk.size + 1) + ["="] * (3 - chunk.size)).join
  end.join
end

def unbase64(text)
  text.delete("=").each_char.each_slice(4).flat_map do |quad|
    bits = quad.sum("") { |c| format("%06b", ALPHABET.index(c)) }
    bits.chars.each_slice(8).map(&:join).select { |b| b.size == 8 }.map { |b| b.to_i(2) }
  end.pack("C*")
end
%w[M Ma Man Many].each { |s| puts "#{s} #{base64(s)} #{unbase64(base64(s))} #{base64(s) == [s].pack('m0')}" }

MORSE = %w[.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..].freeze
morse = "sos help".split.map { |w| w.each_char.map { |c| MORSE[c.ord - "a".ord] }.join(" ") }.join(" / ")
puts morse, morse.split(" / ").map { |w| w.split.map { |m| (97 + MORSE.index(m)).chr }.join }.join(" ")
puts "hi there".bytes.map { |b| b.to_s(16).rjust(2, "0") }.join(":"), "68:69".split(":").map(&:hex).pack("C*")
checksum = "wikipedia".each_byte.inject([1, 0]) { |(a, b), byte| a = (a + byte) % 65_521; [a, (b + a) % 65_521] }
puts format("%04x%04x", checksum[1], checksum[0])
puts "level".each_char.with_index.map { |c, i| i.even? ? c.upcase : c }.join, "hello world".split.map(&:reverse).join(" ")
