# Hash: fetch, transform_keys, and Enumerable's methods by its pairs.
scores = { a: 1, b: 2 }
same scores.fetch(:c, 3), 3
same scores.transform_keys(a: :x), { x: 1, b: 2 }
same scores.transform_keys(&:to_s), { "a" => 1, "b" => 2 }
same scores.map { |key, value| [key, value] }, [[:a, 1], [:b, 2]]
same scores.group_by { |_, value| value.odd? }, { true => [[:a, 1]], false => [[:b, 2]] }
same scores.hash == { b: 2, a: 1 }.hash, true
same Hash([]), {}
same Kernel.Hash(nil), {}
raises(KeyError, "key not found: :c") { scores.fetch(:c) }
raises(TypeError, "can't convert Integer into Hash") { Hash(1) }
raises(RuntimeError, "can't add a new key into hash during iteration") { scores.each { scores[:new] = 1 } }
scores.each { |key, _| scores[key] += 1 }
same scores.merge!(d: 4).delete(:d), 4
