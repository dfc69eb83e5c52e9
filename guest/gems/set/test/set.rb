# Set: membership, algebra, order.
set = Set.new([3, 1])
same set.add(2).to_a, [3, 1, 2]
same set.add?(2), nil
same (set | [9]).size, 4
same (set & [1, 2, 7]).to_a.sort, [1, 2]
same (set ^ [1, 8]).to_a.sort, [2, 3, 8]
same set.subset?(Set[1, 2, 3, 4]), true
same Set[1, 2] == Set[2, 1], true
same [1, 1].to_set.size, 1
same Set[1, [2]].include?([2]), true
same Set[1, 2].inspect, "Set[1, 2]"
same (Set[1].freeze.add(2) rescue $!.class), FrozenError
