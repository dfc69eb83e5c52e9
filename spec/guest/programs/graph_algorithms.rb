# frozen_string_literal: true

require "set"

class Graph
  attr_reader :edges

  def self.parse(text, directed: true)
    text.scan(/(\w+)\s*(<?->|--)\s*(\w+)(?::(\d+))?/).each_with_object(new) do |(from, arrow, to, weight), graph|
      graph.connect(from.to_sym, to.to_sym, (weight || 1).to_i)
      graph.connect(to.to_sym, from.to_sym, (weight || 1).to_i) if arrow != "->" || !directed
    end
  end

  def initialize = @edges = Hash.new { |h, k| h[k] = {} }
  def connect(from, to, weight = 1) = (@edges[to]; @edges[from][to] = weight; self)
  def nodes = @edges.keys
  def neighbors(node) = @edges.fetch(node, {}).keys

  def topological
    state = {}
    order = []
    visit = lambda do |node, path|
      raise ArgumentError, "cycle: #{[*path.drop_while { |n| n != node }, node].join(' > ')}" if state[node] == :open
      next if state[node]

      state[node] = :open
      neighbors(node).sort.each { |n| visit.(n, path + [node]) }
      state[node] = :done
      order.unshift(node)
    end
    nodes.sort.each { |n| visit.call(n, []) }
    order
  end

  def components
    index, stack, low, found = {}, [], {}, []
    connect = lambda do |v|
      index[v] = low[v] = index.size
      stack.push(v)
      neighbors(v).each do |w|
        if !index.key?(w)
          connect.(w)
          low[v] = [low[v], low[w]].min
        elsif stack.include?(w)
          low[v] = [low[v], index[w]].min
        end
      end
      next unless low[v] == index[v]

      found << stack.slice!(stack.index(v)..).sort
    end
    nodes.each { |v| connect.(v) unless index.key?(v) }
    found.sort
  end

  def floyd
    dist = nodes.product(nodes).to_h { |a, b| [[a, b], a == b ? 0 : @edges[a][b] || Float::INFINITY] }
    nodes.each { |k| nodes.product(nodes) { |i, j| dist[[i, j]] = [dist[[i, j]], dist[[i, k]] + dist[[k, j]]].min } }
    dist
  end

  def bfs(start)
    return to_enum(:bfs, start) unless block_given?

    seen, queue = Set[start], [[start, 0]]
    until queue.empty?
      node, depth = queue.shift
      yield node, depth
      neighbors(node).sort.each { |n| queue << [n, depth + 1] if seen.add?(n) }
    end
  end

  def spanning_tree
    parent = Hash.new { |h, k| h[k] = k }
    root = ->(x) { parent[x] == x ? x : parent[x] = root.(parent[x]) }
    all = @edges.flat_map { |a, to| to.map { |b, w| [w, *[a, b].sort] } }.uniq.sort
    all.select { |_, a, b| root.(a) != root.(b) && parent[root.(a)] = root.(b) }
  end

  def paths(from, to, seen = [from])
    return [[to]] if from == to

    neighbors(from).reject { |n| seen.include?(n) }.flat_map { |n| paths(n, to, seen + [n]).map { |path| [from, *path] } }
  end

  def bipartite? = nodes.each_with_object({}) { |n, color| next if color.key?(n); color[n] = 0; bfs(n) { |v, _| neighbors(v).each { |w| return false if color[w] == color[v]; color[w] ||= 1 - color[v] } } } && true
end

tasks = Graph.parse("wash -> dry, dry -> fold, fold -> wardrobe; iron -> fold; dry->iron  buy->wash")
p tasks.topological, tasks.nodes.size, tasks.neighbors(:dry), tasks.components.size, tasks.bfs(:wash).to_a, tasks.paths(:wash, :wardrobe), tasks.bfs(:buy).next
begin
  tasks.connect(:wardrobe, :wash).topological
rescue ArgumentError => e
  puts e.message
end
p tasks.components
roads = Graph.parse("a -- b:7  a -- d:5  b -- c:8  b -- d:9  b -- e:7  c -- e:5  d -- e:15  d -- f:6  e -- f:8  e -- g:9  f -- g:11")
tree = roads.spanning_tree
p tree, tree.sum(&:first), roads.floyd.values_at(%i[a g], %i[a c], %i[c d]), roads.paths(:a, :g).size, roads.paths(:a, :c).min_by(&:size), roads.bfs(:a).group_by(&:last).transform_values { |v| v.map(&:first) }.to_a, roads.bipartite?, Graph.parse("a -- b c -- b c -- d").bipartite?, roads.floyd.values.max
degrees = roads.edges.transform_values(&:size)
puts degrees.sort_by { |n, d| [-d, n] }.map { |n, d| "#{n}:#{d}" }.join(" "), roads.edges.sum { |_, to| to.values.sum } / 2
grid = <<~MAZE.lines.map(&:chomp)
  #########
  #S..#...#
  #.#.#.#.#
  #.#...#E#
  #########
MAZE
start = grid.each_with_index.filter_map { |l, y| (x = l.index("S")) && [y, x] }.first
came = { start => nil }
queue = [start]
until queue.empty?
  y, x = here = queue.shift
  break if grid[y][x] == "E"

  [[0, 1], [1, 0], [0, -1], [-1, 0]].map { |dy, dx| [y + dy, x + dx] }.each { |n| (came[n] = here; queue << n) unless came.key?(n) || grid.dig(n[0])[n[1]] == "#" }
end
path = here.then { |n| [].tap { |list| (list << n; n = came[n]) while n } }.reverse
solved = grid.map(&:dup).tap { |g| path[1..-2].each { |py, px| g[py][px] = "*" } }
puts path.size, solved
