# frozen_string_literal: true

# Doubly linked list, deque, ring buffer, skip list, union-find, Fenwick tree, segment tree, persistent list.
class LinkedList
  include Enumerable
  Node = Struct.new(:value, :prev, :next) do
    def inspect = "(#{value})"
  end
  attr_reader :size

  def initialize(*values)
    @size = 0
    values.each { |v| push(v) }
  end

  def push(value) = insert(value, @tail, nil)
  def unshift(value) = insert(value, nil, @head)
  def pop = remove(@tail)
  def shift = remove(@head)

  def delete(value)
    node = nodes.find { |n| n.value == value }
    node && remove(node)
  end

  def each
    return to_enum { @size } unless block_given?

    nodes { |n| yield n.value }
    self
  end

  def reverse_each
    return to_enum(__method__) unless block_given?

    node = @tail
    (yield node.value; node = node.prev) while node
  end

  def reverse!
    nodes.to_a.each { |n| n.prev, n.next = n.next, n.prev }
    @head, @tail = @tail, @head
    self
  end

  def to_s = "(#{to_a.join(' <-> ')})"

  private

  def nodes
    return to_enum(:nodes) unless block_given?

    node = @head
    (following = node.next; yield node; node = following) while node
  end

  def insert(value, before, after)
    node = Node.new(value, before, after)
    before ? before.next = node : @head = node
    after ? after.prev = node : @tail = node
    @size += 1
    self
  end

  def remove(node)
    return unless node

    node.prev ? node.prev.next = node.next : @head = node.next
    node.next ? node.next.prev = node.prev : @tail = node.prev
    @size -= 1
    node.value
  end
end
list = LinkedList.new(1, 2, 3, 4)
puts list, list.unshift(0).push(5), list.pop, list.shift, list.delete(3), list.delete(99).inspect, list, list.size, list.each.size, list.reverse_each.to_a.inspect, list.reverse!, list.map { |x| x * 2 }.inspect, list.include?(2), list.each_cons(2).to_a.inspect, list.each.next, LinkedList.new.pop.inspect, LinkedList.new.to_a.inspect, list.sort.first, list.zip(list.drop(1)).inspect, list.reduce(:+)

class Ring
  include Enumerable
  def initialize(capacity) = (@items, @start, @count = Array.new(capacity), 0, 0)
  def <<(x) = tap { @items[(@start + @count) % @items.size] = x; full? ? @start = (@start + 1) % @items.size : @count += 1 }
  def full? = @count == @items.size
  def shift = @count.zero? ? nil : @items[@start].tap { @items[@start] = nil; @start = (@start + 1) % @items.size; @count -= 1 }
  def each = @count.times { |i| yield @items[(@start + i) % @items.size] }
end
ring = Ring.new(3)
p (ring << 1 << 2).to_a, (ring << 3 << 4 << 5).to_a, ring.full?, ring.shift, ring.to_a, ring.sum, ring.max, Ring.new(1).shift

class UnionFind
  def initialize(items) = (@parent, @rank = items.to_h { |i| [i, i] }, Hash.new(0))
  def find(x) = @parent[x] == x ? x : @parent[x] = find(@parent[x])
  def union(a, b)
    a, b = find(a), find(b)
    return false if a == b

    a, b = b, a if @rank[a] < @rank[b]
    @rank[a] += 1 if @rank[a] == @rank[b]
    @parent[b] = a
    true
  end
  def groups = @parent.keys.group_by { |x| find(x) }.values
end
uf = UnionFind.new(%i[a b c d e])
p uf.union(:a, :b), uf.union(:c, :d), uf.union(:b, :a), uf.union(:d, :b), uf.groups, uf.find(:c) == uf.find(:a), uf.find(:e)

class Fenwick
  def initialize(n) = @tree = Array.new(n + 1, 0)
  def add(i, delta) = (i += 1; (@tree[i] += delta; i += i & -i) while i < @tree.size)
  def sum(i) = (i += 1; total = 0; (total += @tree[i]; i &= i - 1) while i.positive?; total)
  def range(a, b) = sum(b) - (a.zero? ? 0 : sum(a - 1))
end
fen = Fenwick.new(8)
[3, 1, 4, 1, 5, 9, 2, 6].each_with_index { |x, i| fen.add(i, x) }
p fen.sum(3), fen.range(2, 5), fen.add(4, 10).nil?, fen.range(2, 5), fen.sum(7)

class SegmentTree
  def initialize(list, &merge)
    @n, @merge = list.size, merge
    @tree = Array.new(@n) + list
    (@n - 1).downto(1) { |i| @tree[i] = merge.(@tree[2 * i], @tree[2 * i + 1]) }
  end

  def []=(i, value)
    @tree[i += @n] = value
    @tree[i] = @merge.(@tree[2 * i], @tree[2 * i + 1]) while (i /= 2).positive?
  end

  def [](range)
    low, high = range.begin + @n, range.end + @n + (range.exclude_end? ? 0 : 1)
    found = []
    while low < high
      (found << @tree[low]; low += 1) if low.odd?
      (high -= 1; found << @tree[high]) if high.odd?
      low, high = low / 2, high / 2
    end
    found.inject(&@merge)
  end
end
seg = SegmentTree.new([5, 8, 6, 3, 2, 7]) { |a, b| [a, b].min }
p seg[0..2], seg[1..4], seg[0...6], (seg[4] = 9), seg[1..4], SegmentTree.new([1, 2, 3, 4], &:+)[1..3], SegmentTree.new([12, 18, 27], &:gcd)[0..2]

Cons = Struct.new(:head, :tail) do
  include Enumerable
  def self.[](*items) = items.reverse.inject(nil) { |tail, x| new(x, tail) }
  def each(&block) = (cell = self; (block.(cell.head); cell = cell.tail) while cell)
  def cons(x) = Cons.new(x, self)
  def to_a = map(&:itself)
  def to_s = "(#{to_a.join(' ')})"
  def inspect = to_s
end
base = Cons[1, 2, 3]
longer = base.cons(0)
puts base, longer, longer.tail.equal?(base), longer.map { |x| x + 1 }.inspect, base == Cons[1, 2, 3], longer.to_a.each_slice(2).map(&:sum).inspect, Cons[].inspect
random = Random.new(3)
levels = Array.new(10) { 1 + (random.rand < 0.5 ? 1 : 0) + (random.rand < 0.25 ? 1 : 0) }
skip = (1..3).map { |l| (0...10).select { |i| levels[i] >= l } }
puts skip.reverse.map.with_index { |row, i| "L#{3 - i}: #{(0...10).map { |k| row.include?(k) ? k.to_s : '-' }.join}" }
cycle = { a: :b, b: :c, c: :d, d: :b }
floyd = ->(f, x0) { t, h = f[x0], f[f[x0]]; (t, h = f[t], f[f[h]]) until t == h; mu = 0; t = x0; (t, h, mu = f[t], f[h], mu + 1) until t == h; lam = 1; h = f[t]; (h, lam = f[h], lam + 1) until t == h; [mu, lam] }
p floyd.(cycle, :a), floyd.(->(x) { (x * x + 1) % 255 }, 3)
