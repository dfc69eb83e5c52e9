def distance(a, b)
  rows = (0..a.size).map { |i| [i] + [0] * b.size }
  rows[0] = (0..b.size).to_a
  (1..a.size).each do |i|
    (1..b.size).each do |j|
      cost = a[i - 1] == b[j - 1] ? 0 : 1
      rows[i][j] = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost].min
    end
  end
  rows
end

def edits(a, b)
  table = distance(a, b)
  i, j = a.size, b.size
  steps = []
  until i.zero? && j.zero?
    if i > 0 && j > 0 && a[i - 1] == b[j - 1] && table[i][j] == table[i - 1][j - 1]
      i -= 1
      j -= 1
    elsif i > 0 && j > 0 && table[i][j] == table[i - 1][j - 1] + 1
      steps.unshift("#{a[i - 1]}>#{b[j - 1]}")
      i -= 1
      j -= 1
    elsif j > 0 && table[i][j] == table[i][j - 1] + 1
      steps.unshift("+#{b[j - 1]}")
      j -= 1
    else
      steps.unshift("-#{a[i - 1]}")
      i -= 1
    end
  end
  steps
end

[%w[kitten sitting], %w[flaw lawn], ["", "abc"], %w[same same], %w[intention execution]].each do |a, b|
  puts "#{a.inspect} #{b.inspect} #{distance(a, b)[a.size][b.size]} #{edits(a, b).join(' ')}"
end

WORDS = %w[apple maple ample apply people purple simple].freeze
def suggest(word, limit: 2)
  WORDS.map { |w| [distance(word, w).last.last, w] }.select { |d, _| d <= limit }.sort.map { |d, w| "#{w}(#{d})" }
end
puts suggest("aple").join(" "), suggest("peple", limit: 3).join(" "), suggest("zzz").inspect

distance("sun", "sand").each { |row| puts row.map { |n| n.to_s.rjust(2) }.join(" ") }

def hamming(a, b) = a.each_char.zip(b.each_char).count { |x, y| x != y }
def jaccard(a, b)
  x, y = [a, b].map { |s| s.each_char.each_cons(2).map(&:join).uniq }
  ((x & y).size.to_f / (x | y).size).round(3)
end
puts hamming("karolin", "kathrin"), jaccard("night", "nacht"), jaccard("context", "contact")

def longest_common_substring(a, b)
  best = ""
  a.size.times do |i|
    (best.size + 1..a.size - i).each { |len| b.include?(a[i, len]) ? best = a[i, len] : break }
  end
  best
end
puts longest_common_substring("the rain in spain", "raining in plain"), %w[flower flow flight].inject { |a, b| a.chars.zip(b.chars).take_while { |x, y| x == y }.map(&:first).join }
