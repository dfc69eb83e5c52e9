WORDS = %w[cold cord card ward warm word wood good gold bold bald ball bell worm corm form].to_set

def neighbours(word)
  word.each_char.with_index.flat_map do |c, i|
    ('a'..'z').filter_map { |l| l != c && word.dup.tap { |w| w[i] = l } }
  end.select { |w| WORDS.include?(w) }
end

def ladder(from, to)
  [from, to].each { |w| raise ArgumentError, "#{w} is not in the list" unless WORDS === w }

  seen = Set[from]
  queue = [[from]]
  while (path = queue.shift)
    return path if path.last == to

    neighbours(path.last).each { |n| queue << path + [n] if seen.add?(n) }
  end
  nil
end

puts ladder('cold', 'warm').join(' -> ')
puts ladder('bell', 'good').join(' -> ')
p ladder('cold', 'cold')
begin
  ladder('cold', 'zzzz')
rescue ArgumentError => e
  puts e.message
end

components = []
rest = WORDS.dup
until rest.empty?
  group = Set.new
  todo = [rest.first]
  while (w = todo.pop)
    todo.concat(neighbours(w)) if group.add?(w)
  end
  components << group
  rest -= group
end
p components.map(&:size).sort
degrees = WORDS.to_h { |w| [w, neighbours(w).size] }
p degrees.max_by { |w, n| [n, w] }, degrees.select { |_, n| n == 1 }.keys
anagrams = WORDS.classify { |w| w.chars.sort.join }.select { |_, s| s.size > 1 }
p anagrams.values.map(&:to_a)
p WORDS.to_a.first(3).to_set, Set['a', 'b'].inspect
