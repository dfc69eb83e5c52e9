# Random: the sequences of CRuby for a seed.
random = Random.new(42)
same random.rand(100), 51
same random.rand(100), 92
same random.rand, 0.18343478986616379
same Random.new(42).bytes(4), Random.new(42).bytes(4)
same [1, 2, 3, 4, 5].shuffle(random: Random.new(1)), [3, 2, 5, 1, 4]
same [1, 2, 3].sample(random: Random.new(3)), [1, 2, 3].sample(random: Random.new(3))
same Random.new_seed == Random.new_seed, false
same Random.new(3) == Random.new(3), true
same (0...3).include?(rand(3)), true
srand(42)
same [rand(100), rand(1..6), rand(-3..3), rand(1...2), rand(-5), rand(2.9)], [51, 5, 3, 1, 2, 1]
same [Random.rand(1.0..1.0), Random.rand(5..5), Random.new(1).rand(7)], [1.0, 5, 5]
same [rand(5...5), rand(5..4)], [nil, nil]
raises(ArgumentError, "invalid argument - 0") { Random.rand(0) }
raises(ArgumentError, "invalid argument - 5...5") { Random.new(1).rand(5...5) }
srand(3)
same [1, 2, 3, 4, 5].shuffle, [4, 5, 2, 1, 3]
same [(1..9).to_a.sample, (1..9).to_a.sample(3), (1..40).to_a.sample(18).sum], [9, [9, 1, 7], 413]
same Array.new(9) { (1..6).to_a.sample(6).sort }.uniq, [[1, 2, 3, 4, 5, 6]]
same [[].sample, [].sample(2), [].shuffle, [7].sample(5)], [nil, [], [], [7]]
same [1, 2, 3].sample(random: Class.new { def rand(_limit) = 1 }.new), 2
same Class.new(Array).new([1, 2]).shuffle.class, Array
raises(FrozenError, "can't modify frozen Array: []") { [].freeze.shuffle! }
raises(ArgumentError, "negative sample number") { [1].sample(-1) }
raises(RangeError, "random number too big 9") { [1, 2].shuffle(random: Class.new { def rand(_limit) = 9 }.new) }
