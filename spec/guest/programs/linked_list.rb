class LinkedList
  include Enumerable

  Node = Struct.new(:value, :next_node)

  def self.[](*values) = values.each_with_object(new) { |v, list| list << v }

  attr_reader :size

  def initialize
    @head = nil
    @tail = nil
    @size = 0
  end

  def <<(value)
    node = Node.new(value)
    @tail ? @tail.next_node = node : @head = node
    @tail = node
    @size += 1
    self
  end
  alias push <<

  def unshift(value)
    @head = Node.new(value, @head)
    @tail ||= @head
    @size += 1
    self
  end

  def shift
    return unless @head

    value = @head.value
    @head = @head.next_node
    @tail = nil unless @head
    @size -= 1
    value
  end

  def each
    return to_enum(:each) { @size } unless block_given?

    node = @head
    while node
      yield node.value
      node = node.next_node
    end
    self
  end

  def reverse!
    previous = nil
    node = @head
    @tail = @head
    while node
      node.next_node, previous, node = previous, node, node.next_node
    end
    @head = previous
    self
  end

  def [](index)
    index += size if index.negative?
    each_with_index { |value, i| return value if i == index }
    nil
  end

  def delete(value)
    kept = reject { |v| v == value }
    removed = size - kept.size
    initialize
    kept.each { |v| push(v) }
    removed
  end

  def empty? = size.zero?
  def to_s = "(#{to_a.join(' -> ')})"
  def inspect = "#<LinkedList #{to_a.inspect}>"
end

list = LinkedList[3, 1, 4] << 1 << 5
puts list, list.size
p list
list.unshift(0)
puts list.shift, list.first, list[1], list[-1], list[10].inspect
puts list.reverse!, list.sort.inspect, list.map { |x| x * 2 }.inspect, list.include?(4)
puts list.delete(1), list, list.inject(:+), list.each_slice(2).to_a.inspect
puts list.each.next, list.each.size, list.each_with_index.to_a.inspect, list.min, list.max, list.reduce(1) { |a, b| a * b }
list.shift until list.empty?
puts list, list.shift.inspect, list.to_a.inspect
(1..5).each { |i| list.push(i) }
puts list.select(&:odd?).inspect, list.partition { |x| x > 2 }.inspect, list.zip(list.drop(1)).inspect, list.sum, list.lazy.map { |x| x * x }.first(2).inspect
puts list.each_cons(2).map { |a, b| b - a }.uniq.inspect, list.sort_by { |x| -x }.inspect, list.to_a.reverse.inspect, list.entries.size
