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
