[rand, rand(100), [1, 2, 3, 4, 5].shuffle, Random.new(7).rand(1000), [1, 2, 3].sample]
