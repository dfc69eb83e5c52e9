# == Several values at once
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

two = ->(a, b) { [a, b] }
%i[find find_all select filter reject partition group_by min_by max_by minmax_by sort_by map flat_map each_entry
   filter_map take_while drop_while find_index all? any? none? one? count uniq].each do |name|
  print name, " "
  told do
    all = %w[x y].each_with_index
    result = all.__send__(name, &two)
    result.equal?(all) ? :itself : result
  end
end
class Several
  include Enumerable

  def initialize(*rows) = @rows = rows

  def each
    @rows.each { |row| yield(*row) }
    self
  end
end
def method_of_two(a, b) = [a, b]
lambdas = [->(a, b) { [1, a, b] }, ->(a, *b) { [2, a, b] }, ->(a, b = 1) { [3, a, b] }, ->(*a) { [4, a] },
           ->(a, k: 1) { [5, a, k] }, ->(a) { [6, a] }, ->((a, b)) { [7, a, b] }, ->() { 8 }, ->(a = 1) { [9, a] },
           ->(*a, b) { [10, a, b] }, ->(a = 1, *b) { [11, a, b] }, :inspect.to_proc, method(:method_of_two).to_proc,
           ->(a, b, c) { [13, a, b, c] }]
[Several.new([1, 2]), Several.new([[1, 2]]), Several.new([1]), Several.new([1, 2, 3])].each do |all|
  lambdas.each { |lambda| told { [all.group_by(&lambda), all.find_all(&lambda).size, all.map(&lambda)] } }
end

# == Rows and rounds
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

seen = []
two = ->(x, y) { seen << [x, y]; x }
three = ->((x, i), y) { seen << [x, i, y] }
told { (1..2).zip(3..4, &two); seen }
told { seen.clear; [1, 2].zip([3, 4], &two); seen }
told { seen.clear; (1..3).each_with_index.zip(1..3, &three); seen }
told { seen.clear; (1..3).each_with_index.cycle(2, &two); seen }
told { seen.clear; (1..3).each_with_index.grep(Array, &two); seen }
told { seen.clear; (1..3).each_with_index.min_by(2, &two); seen }
told { seen.clear; [[1, 2]].uniq(&two); seen }
told { [1, 2].product([3, 4]) { break 5 } }
told { seen.clear; [1, 2].product([3, 4], [5, 6]) { |row| seen << row }; seen }
