TEXT = "Ruby is a dynamic, open source programming language with a focus on simplicity and productivity. " \
       "It has an elegant syntax that is natural to read and easy to write."

def wrap(text, width)
  text.split.each_with_object([+""]) do |word, lines|
    if lines.last.empty?
      lines.last << word
    elsif lines.last.size + 1 + word.size <= width
      lines.last << " " << word
    else
      lines << +word
    end
  end
end

def justify(line, width)
  words = line.split
  return line if words.size == 1

  gaps = words.size - 1
  spaces = width - words.sum(&:size)
  words[0..-2].each_with_index.map { |w, i| w + " " * (spaces / gaps + (i < spaces % gaps ? 1 : 0)) }.join + words.last
end

puts wrap(TEXT, 40)
puts
lines = wrap(TEXT, 36)
puts lines[0..-2].map { |line| justify(line, 36) }, lines.last
puts
puts lines.map { |line| line.rjust(36) }.first(2)
puts lines.map { |line| line.center(36).rstrip }.last(2)
puts "+#{'-' * 38}+", lines.map { |line| "| #{line.ljust(36)} |" }, "+#{'-' * 38}+"

def indent(text, depth, first: depth) = text.each_line.with_index.map { |l, i| " " * (i.zero? ? first : depth) + l }.join
puts indent(wrap("a hanging paragraph that needs more than one line", 20).join("\n"), 4, first: 2)

def truncate(text, limit, omission: "...")
  text.size <= limit ? text : text[0, limit - omission.size].rstrip + omission
end
puts truncate(TEXT, 30), truncate("short", 30), truncate(TEXT, 12, omission: "~")

def slug(title) = title.downcase.each_char.map { |c| ("a".."z").cover?(c) || ("0".."9").cover?(c) ? c : "-" }.join.squeeze("-").delete_prefix("-").delete_suffix("-")
puts slug("  Hello, World! It's 2024 ")

def columns(items, count)
  height = (items.size + count - 1) / count
  cols = items.each_slice(height).to_a
  widths = cols.map { |col| col.map(&:size).max + 2 }
  (0...height).map { |i| cols.each_with_index.map { |col, c| col[i].to_s.ljust(widths[c]) }.join.rstrip }
end
puts columns(%w[apple banana cherry date elderberry fig grape honeydew], 3)
def title_case(text) = text.split.each_with_index.map { |w, i| i > 0 && %w[a an the of and].include?(w) ? w : w.capitalize }.join(" ")
puts title_case("the lord of the rings and an elf")
puts "tabs\tto\tspaces".split("\t").map { |f| f.ljust(8) }.join.rstrip, "a-b_c d".tr("-_ ", "   ").split.join(","), "x" * 3 + "=" * 3
diff = ->(a, b) { a.zip(b).map { |x, y| x == y ? "  #{x}" : "- #{x}\n+ #{y}" } }
puts diff.(%w[one two three], %w[one 2 three])
