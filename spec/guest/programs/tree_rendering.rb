# frozen_string_literal: true

Node = Struct.new(:name, :children) do
  def self.from(hash) = hash.map { |name, kids| new(name.to_s, kids.is_a?(Hash) ? from(kids) : Array(kids).map { |k| new(k.to_s, []) }) }
  def leaf? = children.empty?
  def size = 1 + children.sum(&:size)
  def height = children.map(&:height).max.to_i + 1
  def each(depth = 0, &block)
    return enum_for(:each, depth) unless block

    block.call(self, depth)
    children.each { |c| c.each(depth + 1, &block) }
  end

  def draw(prefix = "", last = true, root: true)
    line = root ? name : "#{prefix}#{last ? '└── ' : '├── '}#{name}"
    rest = children.each_with_index.flat_map { |c, i| c.draw(root ? "" : prefix + (last ? "    " : "│   "), i == children.size - 1, root: false) }
    [line, *rest]
  end

  def to_sexp = leaf? ? name : "(#{[name, *children.map(&:to_sexp)].join(' ')})"
  def to_outline(numbers = []) = ["#{(numbers * '.').ljust(6)}#{name}", *children.each.with_index(1).flat_map { |c, i| c.to_outline([*numbers, i]) }]
  def paths(prefix = []) = leaf? ? [[*prefix, name]] : children.flat_map { |c| c.paths([*prefix, name]) }
  def map_tree(&f) = Node.new(f.(self), children.map { |c| c.map_tree(&f) })
  def prune(&keep) = Node.new(name, children.select { |c| keep.(c) || c.each.any? { |n, _| keep.(n) } }.map { |c| c.prune(&keep) })
  def breadth
    queue = [self]
    Enumerator.new { |y| (node = queue.shift) && (y << node; queue.concat(node.children)) until queue.empty? }
  end
end

root, = Node.from(root: { lib: { kobako: %w[sandbox.rb errors.rb], core: { deep: ["x.rb"] } }, spec: ["a_spec.rb"], README: nil })
puts root.draw, root.to_sexp, root.to_outline, root.paths.map { |x| x.join("/") }
p root.size, root.height, root.each.count, root.each.map { |n, d| "#{d}#{n.name[0]}" }.join, root.breadth.map(&:name), root.each.select { |n, _| n.leaf? }.map { |n, _| n.name }, root.each.group_by { |_, d| d }.transform_values { |v| v.size }.to_a
puts root.map_tree { |n| "#{n.name.upcase}(#{n.size})" }.draw, root.prune { |n| n.name.end_with?(".rb") && !n.name.include?("_") }.draw
p root == Node.from(root: { lib: { kobako: %w[sandbox.rb errors.rb], core: { deep: ["x.rb"] } }, spec: ["a_spec.rb"], README: nil }).first, root.dig(:children, 0, :children, 1, :name)

flat = [[1, nil, "CEO"], [2, 1, "CTO"], [3, 1, "CFO"], [4, 2, "Dev"], [5, 2, "Ops"], [6, 4, "Intern"]]
by_parent = flat.group_by { |_, parent, _| parent }
build = ->(id) { (by_parent[id] || []).map { |child, _, title| Node.new(title, build.(child)) } }
puts build.(nil).first.draw
tops = flat.to_h { |id, parent, title| [id, [parent, title]] }
chain = ->(id) { id ? [tops[id][1], *chain.(tops[id][0])] : [] }
puts chain.(6).join(" < ")

Binary = Struct.new(:value, :left, :right) do
  def insert(v) = v < value ? (left ? left.insert(v) : self.left = Binary.new(v)) : (right ? right.insert(v) : self.right = Binary.new(v))
  def rows(depth = 0) = [*right&.rows(depth + 1), "    " * depth + value.to_s, *left&.rows(depth + 1)]
  def diagram
    return [[value.to_s], value.to_s.size, 0] unless left || right

    l, lw, = left ? left.diagram : [[], 0, 0]
    r, rw, = right ? right.diagram : [[], 0, 0]
    text = value.to_s
    width = lw + text.size + rw
    [[" " * lw + text + " " * rw, *(0...[l.size, r.size].max).map { |i| (l[i] || "").ljust(lw) + " " * text.size + (r[i] || "").ljust(rw) }], width, lw]
  end
end
tree = Binary.new(50)
[30, 70, 20, 40, 60, 80, 35].each { |v| tree.insert(v) }
puts tree.rows, tree.diagram.first.map(&:rstrip)
histogram = { "a" => 3, "bb" => 7, "ccc" => 1 }
puts histogram.map { |k, v| "#{k.rjust(3)} ┤#{'█' * v}#{'▌' if v.odd?} #{v}" }, (7.downto(1).map { |y| histogram.values.map { |v| v >= y ? "▇" : " " }.join(" ").rstrip } + [histogram.keys.map { |k| k[0] }.join(" ")])
spark = ->(list) { ticks = "▁▂▃▄▅▆▇█".chars; min, max = list.minmax; list.map { |v| ticks[((v - min).fdiv(max - min) * 7).round] }.join }
puts spark.([1, 5, 22, 13, 53, 20, 8, 0]), spark.((0..20).map { |x| Math.sin(x / 3.0) })
