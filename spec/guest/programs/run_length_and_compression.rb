# frozen_string_literal: true

# Run-length encoding, LZ77, LZW, Burrows–Wheeler, move to front, delta.
module Rle
  module_function

  def encode(s) = s.gsub(/(.)\1*/m) { |run| "#{run.size if run.size > 1}#{$1}" }
  def decode(s) = s.gsub(/(\d+)(\D)/m) { $2 * $1.to_i }
  def pairs(list) = list.chunk_while { |a, b| a == b }.map { |run| [run.first, run.size] }
  def unpairs(pairs) = pairs.flat_map { |value, n| [value] * n }
end
["WWWWBBBWWC", "abc", "", "a  bb\n\n\nc", "ääß"].each { |t| puts "#{t.inspect} -> #{Rle.encode(t).inspect} #{Rle.decode(Rle.encode(t)) == t}" }
p Rle.pairs([1, 1, 2, 3, 3, 3]), Rle.unpairs(Rle.pairs(%i[a a b])), Rle.pairs([]), "aabccc".each_char.chunk(&:itself).map { |c, run| c + run.size.to_s }.join, "aaab".chars.slice_when { |a, b| a != b }.map(&:size)

def lzw(text)
  table = Hash.new { |h, k| h[k] = h.size }
  256.times { |i| table[i.chr] }
  word = ""
  codes = text.each_char.with_object([]) do |c, out|
    next word += c if table.key?(word + c)

    out << table[word]
    table[word + c]
    word = c
  end
  word.empty? ? codes : codes << table[word]
end

def unlzw(codes)
  table = Array.new(256, &:chr)
  first, *rest = codes
  rest.each_with_object([table[first]]) do |code, out|
    entry = table[code] || (out.last + out.last[0])
    table << out.last + entry[0]
    out << entry
  end.join
end
text = "TOBEORNOTTOBEORTOBEORNOT"
codes = lzw(text)
p codes, codes.size, unlzw(codes) == text, lzw(""), unlzw(lzw("aaaaaaa")), lzw("abababab").max

def lz77(text, window: 12)
  position = 0
  [].tap do |tokens|
    while position < text.size
      best = (1..[window, position].min).map { |back| [(0...text.size - position - 1).take_while { |k| text[position + k] == text[position - back + k] }.size, back] }.max_by { |len, back| [len, -back] } || [0, 0]
      length, back = best
      back = 0 if length.zero?
      tokens << [back, length, text[position + length]]
      position += length + 1
    end
  end
end
unlz = ->(tokens) { tokens.each_with_object(+"") { |(back, length, char), out| length.times { out << out[-back] }; out << char } }
tokens = lz77("abracadabra abracadabra")
puts tokens.map { |b, l, c| "(#{b},#{l},#{c})" }.join, unlz.(tokens), lz77("aaaaaaaa").inspect

bwt = ->(s) { r = "#{s}\u0003"; r.size.times.map { |i| r.chars.rotate(i).join }.sort.map { |l| l[-1] }.join }
unbwt = ->(s) { s.size.times.reduce([""] * s.size) { |rows, _| s.chars.zip(rows).map(&:join).sort }.find { |row| row.end_with?("\u0003") }.chop }
mtf = ->(s, alphabet) { list = alphabet.chars; s.each_char.map { |c| i = list.index(c); list.unshift(list.delete_at(i)); i } }
b = bwt.("banana")
p b, unbwt.(b), mtf.("bananaaa", "abn"), Rle.encode(bwt.("mississippi")), unbwt.(bwt.("mississippi"))
numbers = [100, 103, 103, 110, 90]
deltas = numbers.each_cons(2).map { |a, z| z - a }.unshift(numbers.first)
restored = deltas.each_with_object([]) { |d, acc| acc << (acc.last || 0) + d }
zigzag = ->(n) { n << 1 ^ n >> 63 }
varint = ->(n) { bytes = []; begin; bytes << (n & 127 | (n > 127 ? 128 : 0)); n >>= 7; end while n.positive?; bytes }
p deltas, restored == numbers, deltas.map(&zigzag), deltas.map(&zigzag).flat_map(&varint), varint.(300), [0, -1, 1, -2].map(&zigzag)
bits = "aaaabbc".chars.tally.sort_by { |c, n| [-n, c] }.each_with_index.to_h { |(c, _), i| [c, "1" * i + "0"] }
p bits&.to_a, "aaaabbc".gsub(/./, "a" => "0", "b" => "10", "c" => "11"), ["0000101011"].pack("b*").unpack1("b10"), text.tr("A-Z", "a-z").squeeze.size
