# A line diff by longest common subsequence, with unified hunks and a patch that applies.
module Diff
  Change = Struct.new(:op, :text, :old, :new) do
    def to_s = "#{op}#{text}"
  end
  module_function

  def lengths(a, b)
    a.each_index.reverse_each.with_object(Array.new(a.size + 1) { [0] * (b.size + 1) }) do |i, table|
      (b.size - 1).downto(0) { |j| table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : [table[i + 1][j], table[i][j + 1]].max }
    end
  end

  def changes(a, b)
    table = lengths(a, b)
    i = j = 0
    result = []
    while i < a.size || j < b.size
      if i < a.size && j < b.size && a[i] == b[j]
        result << Change.new(" ", a[i], i, j)
        i += 1
        j += 1
      elsif j == b.size || (i < a.size && table[i + 1][j] >= table[i][j + 1])
        result << Change.new("-", a[i], i, j)
        i += 1
      else
        result << Change.new("+", b[j], i, j)
        j += 1
      end
    end
    result
  end

  def hunks(changes, context: 1)
    wanted = changes.each_index.reject { |k| changes[k].op == " " }.flat_map { |k| [*(k - context)..(k + context)] }.uniq.select { |k| (0...changes.size) === k }
    wanted.slice_when { |x, y| y != x + 1 }.map { |range| changes.values_at(*range) }
  end

  def unified(a, b, **opts)
    hunks(changes(a, b), **opts).map do |hunk|
      old, new = hunk.reject { |c| c.op == "+" }, hunk.reject { |c| c.op == "-" }
      ["@@ -#{hunk[0].old + 1},#{old.size} +#{hunk[0].new + 1},#{new.size} @@", *hunk.map(&:to_s)]
    end.flatten
  end

  def apply(a, patch)
    lines, offset = a.dup, 0
    patch.slice_before(/\A@@/).each do |header, *body|
      start, count = header.match(/-(\d+),(\d+)/).captures.map(&:to_i)
      replacement = body.reject { |l| l.start_with?("-") }.map { |l| l[1..] }
      lines[start - 1 + offset, count] = replacement
      offset += replacement.size - count
    end
    lines
  end
end

old = <<~A.lines(chomp: true)
  def area(r)
    3.14 * r * r
  end

  puts "start"
  puts area(1)
  puts area(2)
  puts "end"
A
new = <<~B.lines(chomp: true)
  # circle
  def area(r)
    Math::PI * r * r
  end

  puts "start"
  puts area(1)
  puts "end"
  puts "bye"
B
patch = Diff.unified(old, new)
puts patch
p Diff.apply(old, patch) == new, Diff.unified(old, old), Diff.unified([], %w[a]), Diff.changes(%w[a b], []).map(&:to_s)
words = Diff.changes("the quick brown fox".split, "the slow brown dog jumps".split)
puts words.chunk_while { |a, b| a.op == b.op }.map { |run| text = run.map(&:text).join(" "); { " " => text, "-" => "[-#{text}-]", "+" => "{+#{text}+}" }[run.first.op] }.join(" ")
p Diff.changes("kitten".chars, "sitting".chars).map(&:to_s).join, Diff.lengths("ABCBDAB".chars, "BDCABA".chars)[0][0]
puts Diff.changes("abc".chars, "adc".chars).map { |c| c.op == " " ? c.text : c.op.tr("-+", "<>") + c.text }.join, words.count { |c| c.op != " " }
