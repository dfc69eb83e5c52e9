# frozen_string_literal: true

TEXT = <<~T.tr("\n", " ").squeeze(" ").strip.freeze
  The quick brown fox jumps over the lazy dog. Pack my box with five dozen liquor jugs!
  How vexingly quick daft zebras jump; extraordinarily-long-hyphenated-words happen too.
T

def wrap(text, width) = text.gsub(/(.{1,#{width}})(?:\s+|\z)|(.{#{width}})/) { "#{$1 || $2}\n" }.lines(chomp: true)

def wrap_greedy(text, width)
  text.split.slice_when.with_object([0]) { |(a, b), memo| (memo[0] += a.size + 1) + b.size > width and memo[0] = 0 }.map { |line| line.join(" ") }
rescue ArgumentError, LocalJumpError
  text.split.each_with_object([+""]) { |word, lines| lines.last.empty? ? lines.last << word : lines.last.size + word.size < width ? lines.last << " " << word : lines << +word }
end

def justify(line, width)
  words = line.split
  return line if words.one?

  gaps = words.size - 1
  spaces, extra = (width - words.sum(&:size)).divmod(gaps)
  words.each_with_index.map { |w, i| i == gaps ? w : w + " " * (spaces + (i < extra ? 1 : 0)) }.join
end

def columns(texts, width, gap: 3)
  wrapped = texts.map { |t| wrap(t, width) }
  height = wrapped.map(&:size).max
  wrapped.map { |lines| Array.new(height) { |i| lines[i].to_s.ljust(width) } }.transpose.map { |row| row.join(" " * gap).rstrip }
end

lines = wrap(TEXT, 28)
puts lines, "-" * 28, wrap_greedy(TEXT, 28), "-" * 28
puts lines.map.with_index { |l, i| i == lines.size - 1 ? l : justify(l, 28) }
puts "-" * 28, lines.map { |l| l.rjust(28) }, "=" * 28, lines.map { |l| l.center(28, ".") }
puts columns(TEXT.split(/(?<=[.!;])\s/), 18)
p wrap("abcdefghij", 4), wrap("", 5), wrap("a b", 1), lines.map(&:size).max, lines.sum(&:size)

def box(text, title: nil, style: :single)
  tl, tr, bl, br, h, v = { single: "┌┐└┘─│", double: "╔╗╚╝═║", ascii: "++++-|" }.fetch(style).chars
  inner = [*text.lines(chomp: true), title.to_s + "  "].map(&:length).max
  top = title ? "#{h} #{title} ".ljust(inner + 2, h) : h * (inner + 2)
  [tl + top + tr, *text.each_line(chomp: true).map { |l| "#{v} #{l.ljust(inner)} #{v}" }, bl + h * (inner + 2) + br].join("\n")
end
puts box("hello\nwörld ✓"), box("a\n\nlonger line", title: "Box", style: :double), box("x", style: :ascii)

def bullets(node, depth = 0)
  case node
  in String => text then wrap(text, 24 - depth * 2).each_with_index.map { |l, i| "#{'  ' * depth}#{i.zero? ? '*' : ' '} #{l}" }
  in [] then []
  in [String => head, [*] => children, *rest] then bullets(head, depth) + children.flat_map { |c| bullets(c, depth + 1) } + bullets(rest, depth)
  in [first, *rest] then bullets(first, depth) + bullets(rest, depth)
  end
end
puts bullets(["fruit", ["apples are red, green or yellow", "pears", ["conference", "williams christ"]], "vegetables"])
toc = { "Introduction" => 1, "How to wrap" => 12, "Index" => 104 }
puts toc.map { |title, page| "#{title} ".ljust(24, ". ")[0, 24] + page.to_s.rjust(4) }
puts "%-10.10s|%10.4s|" % ["left aligned text", "cut"], "tab\tsep".expand rescue puts "tab\tsep".gsub(/([^\t]*)\t/) { $1 + " " * (8 - $1.size % 8) }
