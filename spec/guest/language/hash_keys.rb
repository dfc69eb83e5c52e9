# == Keys that are texts
texts = {}
["", "a", "b", "ab", "abc", "a".dup, "ab".b, "é", "é".b, "a\0", "a\0b"].each { |text| texts[text] = (texts[text] || 0) + 1 }
p texts.size, texts["a"], texts["ab"], texts[""], texts["é"], texts["a\0b"], texts["zz"]
long = Array.new(40) { |n| "key#{n % 20}" }.tally
p long.size, long["key3"], %w[x y x].tally, [1, 1.0, 1, nil, nil, :a].tally, [[1], [1]].tally
Key = Struct.new(:name) do
  def hash = name.hash
  def eql?(other) = name == other.name
end
p [Key.new(1), Key.new(1), Key.new(2)].tally.values

# == Keys that are Symbols and Integers, and others beside them
mixed = { a: 1, 1 => 2, 1.0 => 3, "a" => 4, nil => 5, true => 6, [1] => 7, 2**70 => 8, -1 => 9, b: nil }
p mixed[:a], mixed[1], mixed[1.0], mixed["a"], mixed[nil], mixed[true], mixed[[1]], mixed[2**70], mixed[-1], mixed[:b], mixed[:c], mixed[2]
p mixed.key?(:b), mixed.key?(:c), mixed.fetch(:b), mixed.fetch(:c, 0), mixed.fetch(:c) { |key| [key] }, mixed.delete(:a), mixed.delete(1), mixed.delete(:a)
p mixed[:a], mixed[1], mixed.size, (mixed[:a] = 10), mixed.keys.last, mixed.fetch(1, nil)
begin
  mixed.fetch(:none)
rescue KeyError => e
  puts e.message
end
begin
  mixed.fetch(1, 2, 3)
rescue ArgumentError => e
  puts e.message
end
p [1, 2].each { |n| break mixed.fetch(:no) { |key| break [key, n] } }
same = {}.compare_by_identity
same[:a] = 1
same["a"] = 2
same["a"] = 3
same[5] = 4
p same.size, same[:a], same[5], same["a".dup]
many = {}
40.times { |n| many[:"k#{n}"] = n; many[n] = -n; many[n.to_f] = n.to_f }
p many.size, many[:k7], many[7], many[7.0], many[41], many.delete(7), many[7], many.key?(7.0)

# == Of any size
Wide = Struct.new(:name) { def hash = name.hash * 31**20 }
p({ Wide.new("a") => 1 }[Wide.new("a")], [Wide.new("a"), Wide.new("a")].uniq.size)
p [Wide.new("a"), 1].hash == [Wide.new("a"), 1].hash, { 1 => Wide.new("a") }.hash == { 1 => Wide.new("a") }.hash
p Struct.new(:of).new(Wide.new("a")).then { |one| one.hash == one.dup.hash }, [Wide.new("b")] - [Wide.new("b")]
wide = Object.new
def wide.hash = 2 << 100
p [wide].hash == [wide].hash, { wide => 3 }[wide]
