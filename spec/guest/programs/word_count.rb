TEXT = <<~END
  It was the best of times, it was the worst of times, it was the age of wisdom,
  it was the age of foolishness, it was the epoch of belief, it was the epoch of
  incredulity, it was the season of Light, it was the season of Darkness.
END

words = TEXT.downcase.tr("^a-z ", " ").split
puts "#{words.size} words, #{words.uniq.size} unique, #{TEXT.lines.size} lines, #{TEXT.length} characters"

counts = Hash.new(0)
words.each { |word| counts[word] += 1 }
top = counts.sort_by { |word, n| [-n, word] }.first(6)
longest = top.map { |word, _| word.length }.max
top.each { |word, n| puts "#{word.rjust(longest)} #{'#' * n} #{n}" }

puts words.tally == counts
puts counts.values.tally.sort.map { |n, howmany| "#{howmany} words appear #{n}x" }
puts words.group_by(&:length).transform_values(&:size).sort.inspect
puts words.each_cons(2).tally.max_by { |pair, n| [n, pair] }.inspect
puts words.chunk_while { |a, b| a.size <= b.size }.max_by(&:size).join(" ")
puts TEXT.count("aeiou"), TEXT.each_char.select { |c| "aeiou".include?(c) }.tally.sort.flatten.join(" ")
puts words.map(&:capitalize).first(4).join(" "), words.map { |w| w[0] }.uniq.sort.join
puts counts.select { |_, n| n == 1 }.keys.sort.join(","), counts.min_by { |w, n| [n, w] }.inspect
puts counts.sum { |_, n| n }, counts.count { |_, n| n > 5 }, counts.find { |_, n| n == 10 }&.first.inspect
puts counts.partition { |w, _| w.size > 4 }.map(&:size).inspect, counts.any? { |w, n| w == "age" && n == 2 }
puts words.each_with_index.select { |w, _| w == "epoch" }.map(&:last).inspect
puts counts.invert.sort.map { |n, w| "#{n}:#{w}" }.size, counts.key(2), counts.reject { |_, n| n < 5 }.length
puts words.inject { |a, b| a.length >= b.length ? a : b }
acronym = "portable network graphics".split.map { |w| w[0].upcase }.join
puts acronym, "racecar".then { |w| w == w.reverse }
anagrams = %w[listen silent enlist google elbow below].group_by { |w| w.chars.sort.join }.values.select { |g| g.size > 1 }
p anagrams
