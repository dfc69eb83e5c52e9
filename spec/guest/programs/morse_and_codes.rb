# Morse, Braille-like grids, NATO, pig latin, Atbash, rail fence, Polybius, one-time pad, scytale, Playfair.
MORSE = %w[.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..].zip("A".."Z").to_h.freeze
encode = ->(text) { text.upcase.scan(/[A-Z]+/).map { |w| w.chars.map { |c| MORSE.key(c) }.join(" ") }.join(" / ") }
decode = ->(code) { code.split(" / ").map { |w| w.split.map { |c| MORSE.fetch(c, "?") }.join }.join(" ") }
puts encode["SOS help me"], decode[encode["SOS help me"]], decode[".- ........ -"]
def pig(word) = word.sub(/\A([^aeiouy]*qu|[^aeiou]+)?(.*)\z/i) { $2 + ($1 ? "#{$1}ay" : "way") }.downcase
puts "the quick yellow apple squeals".split.map { |w| pig(w) }.join(" ")
atbash = ->(s) { s.tr("a-zA-Z", "zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA") }
rot = ->(s, n) { s.gsub(/[a-z]/i) { |c| base = c =~ /[a-z]/ ? 97 : 65; ((c.ord - base + n) % 26 + base).chr } }
puts atbash["Hello, Zoo!"], atbash[atbash["abc"]], rot["Hello, World!", 13], rot[rot["Hello", 5], -5], "Why?".tr("A-Za-z", "N-ZA-Mn-za-m")
fence = ->(s, n) { rails = [*0...n, *(1...n - 1).to_a.reverse].cycle; s.chars.group_by { rails.next }.sort.flat_map(&:last).join }
unfence = lambda do |s, n|
  rails = [*0...n, *(1...n - 1).to_a.reverse].cycle
  order = s.size.times.sort_by.with_index { |_, i| [rails.next, i] }
  order.zip(s.chars).sort.map(&:last).join
end
puts fence["WEAREDISCOVEREDFLEEATONCE", 3], unfence[fence["WEAREDISCOVEREDFLEEATONCE", 3], 3], fence["abc", 2]
square = ("a".."z").reject { |c| c == "j" }.each_slice(5).to_a
where = square.each_with_index.flat_map { |row, y| row.each_with_index.map { |c, x| [c, [y + 1, x + 1]] } }.to_h
polybius = "secret".chars.flat_map { |c| where[c] }
puts polybius.join, polybius.each_slice(2).map { |y, x| square[y - 1][x - 1] }.join, where["j"].inspect
vigenere = ->(text, key, sign = 1) { keys = key.bytes.cycle; text.gsub(/[a-z]/) { |c| ((c.ord - 97 + sign * (keys.next - 97)) % 26 + 97).chr } }
secret = vigenere["attack at dawn", "lemon"]
puts secret, vigenere[secret, "lemon", -1]
scytale = ->(s, n) { s.ljust((s.size.fdiv(n)).ceil * n).chars.each_slice(n).to_a.transpose.map(&:join).join }
puts scytale["meet at the bridge", 4].inspect, scytale["abcdefgh", 4]
frequency = "the quick brown fox jumps over the lazy dog".delete(" ").chars.tally
puts frequency.sort_by { |c, n| [-n, c] }.first(5).map(&:join).join(" "), ("a".."z").all? { |c| frequency.key?(c) }
best = (0..25).max_by { |n| rot["khoor zruog wkhuh", n].count("etaoin") }
puts rot["khoor zruog wkhuh", best], best
nato = %w[Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel].to_h { |w| [w[0], w] }
puts "cab fed".upcase.each_char.map { |c| nato.fetch(c) { c == " " ? "/" : "?" } }.join(" ")
binary = ->(s) { s.bytes.map { |b| format("%08b", b) }.join(" ") }
puts binary["Hi!"], binary["Hi!"].split.map { |b| b.to_i(2).chr }.join, "Hi".unpack("B8B8").inspect, "01001000".to_i(2), "%o" % 64
braille = { "a" => 0b1, "b" => 0b11, "c" => 0b1001 }.transform_values { |bits| [0x2800 + bits].pack("U") }
puts "abc".chars.map(&braille).join, "cab".gsub(/./, braille)
soundex = ->(name) { codes = name.upcase.tr("BFPVCGJKQSXZDTLMNRAEIOUYHW", "11112222222233455600000099"); digits = codes.delete("9").squeeze; (name[0].upcase + digits[1..].delete("0")).ljust(4, "0")[0, 4] }
puts %w[Robert Rupert Ashcraft Tymczak Pfister Honeyman Lee].map { |n| "#{n}=#{soundex[n]}" }.join(" ")
luhn_like = "7992739871".chars.map(&:to_i).reverse.each_with_index.sum { |d, i| i.even? ? (d * 2).digits.sum : d }
puts (10 - luhn_like % 10) % 10, "leet speak".tr("aeiost", "431057"), "racecar".then { |s| s == s.reverse }, "A man a plan".downcase.scan(/\w/).join, "hello"[0].ord.to_s(2), %w[a b c].each_cons(2).map { |x, y| (x.ord ^ y.ord).to_s }.join(","), "secret".each_char.with_index.map { |c, i| i.odd? ? c.upcase : c }.join, "aXbX".swapcase, "abc".each_byte.sum, "z".ord.pred.chr
