# Array: loops, sorting, sums, and what CRuby has more.
same [1, 2, 3].map { |n| n * 2 }, [2, 4, 6]
same [3, 1, 2].sort, [1, 2, 3]
same %w[bb a cc d].sort_by(&:size), %w[a d bb cc]
same [1, 2, 3, 4].partition(&:even?), [[2, 4], [1, 3]]
same [0.1] * 3, [0.1, 0.1, 0.1]
same [0.1, 0.2, 0.3].sum, 0.6
same [1, 2, 3].each_slice(2).to_a, [[1, 2], [3]]
same [1, [2, [3]]].flat_map { |x| x }, [1, 2, [3]]
same %w[a b a].tally, { "a" => 2, "b" => 1 }
same [1, 2].zip([3, 4], [5]), [[1, 3, 5], [2, 4, nil]]
same [1].concat([2], [3]), [1, 2, 3]
list = [1, 2, 3, 4]
same list.reject!(&:odd?), [2, 4]
same list.select!(&:even?), nil
same [3, 1].min, 1
raises(ArgumentError, "comparison of Integer with String failed") { [1, "a"].sort }
