# Word frequencies, sentence lengths, histograms, n-grams, readability.
TEXT = <<~END
  It was the best of times, it was the worst of times, it was the age of wisdom,
  it was the age of foolishness. It was the season of Light! Was it the season of Darkness?
END
words = TEXT.downcase.tr("^a-z", " ").split
puts words.size, words.uniq.size, words.tally.select { |_, n| n > 3 }.sort_by { |w, n| [-n, w] }.map { |w, n| "#{w}=#{n}" }.join(" ")
words.group_by(&:size).sort.each { |size, list| puts "#{size.to_s.rjust(2)} #{"*" * list.size} #{list.uniq.first(3).join(",")}" }
sentences = TEXT.split(".").flat_map { |s| s.split("!") }.flat_map { |s| s.split("?") }.map(&:strip).reject(&:empty?)
puts sentences.size, sentences.map { |s| s.split.size }.inspect, format("%.2f", sentences.sum { |s| s.split.size }.fdiv(sentences.size))
bigrams = words.each_cons(2).tally
puts bigrams.max_by { |pair, n| [n, pair] }.inspect, bigrams.count { |_, n| n == 1 }
following = words.each_cons(2).each_with_object(Hash.new { |h, k| h[k] = Hash.new(0) }) { |(a, b), h| h[a][b] += 1 }
puts following["it"].sort_by { |w, n| [-n, w] }.inspect, following["the"].keys.sort.inspect
letters = TEXT.downcase.each_char.select { |c| ("a".."z").cover?(c) }.tally
puts letters.sort_by { |c, n| [-n, c] }.first(5).map(&:first).join, ("a".."z").reject { |c| letters.key?(c) }.join
puts TEXT.lines.map { |l| l.chomp.length }.inspect, TEXT.count("aeiou"), TEXT.count("A-Z"), TEXT.index("worst"), TEXT.squeeze("s").size
palindromes = %w[Level noon Ruby radar].select { |w| w.downcase == w.downcase.reverse }
puts palindromes.inspect, "listen".chars.sort == "silent".chars.sort
anagrams = %w[eat tea tan ate nat bat].group_by { |w| w.chars.sort.join }.values
puts anagrams.map { |g| g.join("/") }.inspect
puts "hello world".split.map { |w| w[0].upcase + w[1..] }.join(" "), "a-b_c d".split("").reject { |c| "-_ ".include?(c) }.join
rle = "aaabccdddd".chars.chunk_while { |a, b| a == b }.map { |run| "#{run.size}#{run[0]}" }.join
puts rle, rle.chars.each_slice(2).map { |n, c| c * n.to_i }.join
puts "The quick brown fox".each_char.partition { |c| "aeiou".include?(c) }.map(&:size).inspect
