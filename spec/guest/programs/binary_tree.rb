class BinaryTree
  include Enumerable

  Node = Struct.new(:key, :value, :left, :right)

  def initialize(pairs = {})
    @root = nil
    @count = 0
    pairs.each { |key, value| self[key] = value }
  end

  attr_reader :count

  def []=(key, value)
    @root = insert(@root, key, value)
  end

  def [](key)
    node = @root
    node = key < node.key ? node.left : node.right until node.nil? || node.key == key
    node&.value
  end

  def each(node = @root, &block)
    return enum_for(:each) unless block
    return self unless node

    each(node.left, &block) if node.left
    block.call(node.key, node.value)
    each(node.right, &block) if node.right
    self
  end

  def depth(node = @root) = node ? 1 + [depth(node.left), depth(node.right)].max : 0

  def breadth_first
    queue = [@root].compact
    levels = []
    until queue.empty?
      levels << queue.map(&:key)
      queue = queue.flat_map { |n| [n.left, n.right] }.compact
    end
    levels
  end

  def delete(key)
    @root = remove(@root, key)
  end

  def draw(node = @root, indent = 0)
    return unless node

    draw(node.right, indent + 4)
    puts "#{' ' * indent}#{node.key}"
    draw(node.left, indent + 4)
  end

  private

  def insert(node, key, value)
    if node.nil?
      @count += 1
      return Node.new(key, value)
    end
    case key <=> node.key
    when -1 then node.left = insert(node.left, key, value)
    when 1 then node.right = insert(node.right, key, value)
    else node.value = value
    end
    node
  end

  def remove(node, key)
    return nil unless node

    if key < node.key then node.left = remove(node.left, key)
    elsif key > node.key then node.right = remove(node.right, key)
    else
      @count -= 1
      return node.left || node.right unless node.left && node.right

      successor = node.right
      successor = successor.left while successor.left
      node.key, node.value = successor.key, successor.value
      @count += 1
      node.right = remove(node.right, successor.key)
    end
    node
  end
end

tree = BinaryTree.new(50 => "fifty", 30 => "thirty", 70 => "seventy", 20 => "twenty", 40 => "forty", 60 => "sixty", 80 => "eighty")
tree[65] = "sixty-five"
tree[30] = "THIRTY"
puts tree.count, tree.depth, tree[30], tree[99].inspect
p tree.breadth_first
tree.each { |key, value| puts "#{key}: #{value}" }
p tree.map { |key, _| key }, tree.to_a.last, tree.select { |k, _| k > 60 }.map(&:first), tree.min_by { |_, v| v.size }
tree.draw
tree.delete(50)
tree.delete(20)
p tree.breadth_first, tree.count, tree.each_with_index.map { |(k, _), i| k * i }, tree.include?([60, "sixty"])
