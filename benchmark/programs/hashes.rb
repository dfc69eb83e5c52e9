counts = Hash.new(0)
seed = 42
8_000.times do
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  counts["key#{seed % 500}"] += 1
  counts[seed % 300] += 1
  counts.delete(seed % 200)
end
groups = counts.to_a.group_by { |key, count| count % 5 }
[counts.size, groups.keys.sort, counts.values.sum]
