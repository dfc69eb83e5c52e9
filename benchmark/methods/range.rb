r = (1..100)
fr = (1.0..2.0)
sr = ("a".."z")

r.to_a
r.sum
r.size
r.count
r.include?(50)
r.cover?(5)
r === 5
r.min
r.max
r.minmax
r.first(3)
r.last(3)
r.each { |x| x }
r.map { |x| x }
r.select(&:even?)
r.step(5).to_a
r.each_slice(10).to_a
r.inject(:*)
r.reduce { |x, y| x + y }
r.to_s
sr.to_a
sr.include?("m")
fr.include?(1.5)
r.bsearch { |x| x >= 50 }
(r % 10).to_a
r.each_with_index.map { |x, i| x * i }
r.find { |x| x > 50 }
r.partition(&:odd?)
r.lazy.select(&:even?).map { |x| x * 3 }.first(4)
r == (1...10)
