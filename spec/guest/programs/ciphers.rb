# Caesar, Vigenere, rail fence, XOR, Morse, substitution.
def caesar(text, shift)
  text.each_char.map do |c|
    case c
    when "a".."z" then ((c.ord - 97 + shift) % 26 + 97).chr
    when "A".."Z" then ((c.ord - 65 + shift) % 26 + 65).chr
    else c
    end
  end.join
end
puts caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), "Hello".tr("A-Za-z", "N-ZA-Mn-za-m")

def vigenere(text, key, sign = 1)
  keys = key.upcase.each_char.map { |c| c.ord - 65 }.cycle
  text.each_char.map { |c| c.between?("A", "Z") ? ((c.ord - 65 + sign * keys.next) % 26 + 65).chr : c }.join
end
secret = vigenere("ATTACK AT DAWN", "lemon")
puts secret, vigenere(secret, "lemon", -1)

def rail_order(size, rails) = (0...size).sort_by { |i| [[i % (2 * rails - 2), -i % (2 * rails - 2)].min, i] }
def fence(text, rails) = rail_order(text.size, rails).map { |i| text[i] }.join
def unfence(text, rails) = rail_order(text.size, rails).each_with_index.sort.map { |_, i| text[i] }.join
puts fence("WEAREDISCOVERED", 3), unfence(fence("WEAREDISCOVERED", 3), 3)

xor = ->(text, key) { text.bytes.zip(key.bytes.cycle.first(text.bytesize)).map { |a, b| a ^ b } }
coded = xor.("attack", "key")
puts coded.map { |b| b.to_s(16).rjust(2, "0") }.join, xor.(coded.pack("C*"), "key").pack("C*")

MORSE = { "a" => ".-", "b" => "-...", "e" => ".", "o" => "---", "s" => "...", "t" => "-", "r" => ".-.", "u" => "..-", "y" => "-.--" }.freeze
encoded = "ruby to us".split.map { |w| w.chars.map { |c| MORSE.fetch(c, "?") }.join(" ") }.join(" / ")
puts encoded, encoded.split(" / ").map { |w| w.split.map { |m| MORSE.invert[m] }.join }.join(" ")
atbash = [*"a".."z"].zip([*"a".."z"].reverse).to_h
puts "wizard".gsub_each(atbash) rescue puts "wizard".each_char.map { |c| atbash.fetch(c, c) }.join
puts "hello".each_char.map { |c| c.ord.to_s(2).rjust(8, "0") }.join(" "), "01101000 01101001".split.map { |b| b.to_i(2).chr }.join
