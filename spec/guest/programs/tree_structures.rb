# Binary trees, tries, nested menus: each, map, depth, printing.
class Node
  include Enumerable
  attr_reader :value
  attr_accessor :left, :right

  def initialize(value) = @value = value

  def insert(v)
    side = v < value ? :left : :right
    child = public_send(side)
    child ? child.insert(v) : public_send("#{side}=", Node.new(v))
    self
  end

  def each(&block)
    return to_enum unless block

    left&.each(&block)
    yield value
    right&.each(&block)
  end

  def depth = 1 + [left&.depth || 0, right&.depth || 0].max
  def leaves = left || right ? [left, right].compact.flat_map(&:leaves) : [value]

  def render(indent = 0, lines = [])
    right&.render(indent + 1, lines)
    lines << "#{"  " * indent}#{value}"
    left&.render(indent + 1, lines)
    lines
  end
end
root = [50, 30, 70, 20, 40, 60, 80, 45].reduce(nil) { |tree, v| tree ? tree.insert(v) : Node.new(v) }
puts root.to_a.inspect, root.depth, root.leaves.inspect, root.select(&:even?).size, root.each_slice(3).to_a.inspect, root.min, root.include?(45)
puts root.render, root.each.next, root.lazy.map { |v| v + 1 }.first(2).inspect, root.each_with_index.max_by { |v, i| v - i * 10 }.inspect

class Trie
  def initialize = @root = {}

  def add(word)
    word.each_char.reduce(@root) { |node, c| node[c] ||= {} }[:end] = true
    self
  end

  def words(prefix = "")
    node = prefix.each_char.reduce(@root) { |n, c| n && n[c] } or return []
    collect(node, prefix)
  end

  private

  def collect(node, path) = node.sort_by { |k, _| k.to_s }.flat_map { |k, v| k == :end ? [path] : collect(v, path + k) }
end
trie = %w[car card care cat dog].each_with_object(Trie.new) { |w, t| t.add(w) }
puts trie.words("car").inspect, trie.words.size, trie.words("x").inspect

menu = { "File" => { "Open" => nil, "Export" => { "PDF" => nil, "PNG" => nil } }, "Edit" => { "Undo" => nil } }
walk = ->(tree, path = [], &visit) { tree.each { |k, sub| visit.call([*path, k]); walk.call(sub, [*path, k], &visit) if sub } }
walk.call(menu) { |path| puts "#{"  " * (path.size - 1)}- #{path.last}" }
flatten = ->(tree, prefix = nil) { tree.flat_map { |k, v| v ? flatten.(v, [prefix, k].compact.join("/")) : [[prefix, k].compact.join("/")] } }
puts flatten[menu].inspect
parents = { "a" => nil, "b" => "a", "c" => "b", "d" => "a" }
children = parents.each_with_object(Hash.new { |h, k| h[k] = [] }) { |(k, p), h| h[p] << k }
print_tree = ->(name, depth) { puts " " * depth + name; children[name].each { |c| print_tree.(c, depth + 1) } }
children[nil].each { |r| print_tree.(r, 0) }
