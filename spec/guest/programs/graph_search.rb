# Breadth first, depth first, topological order, components, cycles.
class Graph
  def initialize = @edges = Hash.new { |h, k| h[k] = [] }

  def connect(from, *to)
    to.each { |t| @edges[from] << t; @edges[t] }
    self
  end

  def nodes = @edges.keys

  def bfs(start)
    return to_enum(:bfs, start) unless block_given?

    seen = { start => nil }
    queue = [start]
    while (node = queue.shift)
      yield node
      @edges[node].each do |n|
        next if seen.key?(n)

        seen[n] = node
        queue << n
      end
    end
    seen
  end

  def path(from, to)
    parents = bfs(from) {}
    return unless parents.key?(to)

    path = [to]
    path.unshift(parents[path.first]) while parents[path.first]
    path
  end

  def topological
    marks = {}
    order = []
    visit = lambda do |node|
      case marks[node]
      when :done then next
      when :open then raise "cycle at #{node}"
      end
      marks[node] = :open
      @edges[node].each { |n| visit.(n) }
      marks[node] = :done
      order.unshift(node)
    end
    nodes.each { |n| visit[n] }
    order
  end

  def dfs(node, seen = [])
    return seen if seen.include?(node)

    seen << node
    @edges[node].each { |n| dfs(n, seen) }
    seen
  end
end

g = Graph.new.connect(:shirt, :tie, :belt).connect(:tie, :jacket).connect(:belt, :jacket).connect(:pants, :belt, :shoes).connect(:socks, :shoes)
puts g.topological.join(" "), g.bfs(:shirt).to_a.inspect, g.dfs(:pants).inspect
puts g.path(:pants, :jacket).inspect, g.path(:tie, :socks).inspect
begin
  Graph.new.connect(1, 2).connect(2, 3).connect(3, 1).topological
rescue RuntimeError => e
  puts e.message
end
grid = ["S.#.", "..#E", "...."]
start = [0, 0]
dist = { start => 0 }
queue = [start]
until queue.empty?
  y, x = queue.shift
  [[0, 1], [1, 0], [0, -1], [-1, 0]].each do |dy, dx|
    ny, nx = y + dy, x + dx
    next unless ny.between?(0, 2) && nx.between?(0, 3) && grid[ny][nx] != "#" && !dist.key?([ny, nx])

    dist[[ny, nx]] = dist[[y, x]] + 1
    queue.push([ny, nx])
  end
end
puts dist[[1, 3]], dist.size
