class Graph
  def initialize(directed: false)
    @edges = Hash.new { |h, k| h[k] = {} }
    @directed = directed
  end

  def connect(from, to, weight = 1)
    @edges[from][to] = weight
    @edges[to]
    @edges[to][from] = weight unless @directed
    self
  end

  def nodes = @edges.keys

  def shortest_path(from, to)
    distances = Hash.new(Float::INFINITY)
    distances[from] = 0
    previous = {}
    unvisited = nodes.dup
    until unvisited.empty?
      current = unvisited.min_by { |n| distances[n] }
      break if current == to || distances[current] == Float::INFINITY

      unvisited.delete(current)
      @edges[current].each do |neighbour, weight|
        candidate = distances[current] + weight
        next unless candidate < distances[neighbour]

        distances[neighbour] = candidate
        previous[neighbour] = current
      end
    end
    return nil unless distances.key?(to)

    path = [to]
    path.unshift(previous[path.first]) until path.first == from
    [distances[to], path]
  end

  def breadth_first(start)
    seen = [start]
    queue = [start]
    while (node = queue.shift)
      fresh = @edges[node].keys.sort - seen
      seen.concat(fresh)
      queue.concat(fresh)
    end
    seen
  end

  def depth_first(node, seen = [])
    return seen if seen.include?(node)

    seen << node
    @edges[node].keys.sort.each { |n| depth_first(n, seen) }
    seen
  end

  def topological_order
    indegree = nodes.to_h { |n| [n, 0] }
    @edges.each_value { |targets| targets.each_key { |t| indegree[t] += 1 } }
    order = []
    while (ready = indegree.select { |_, n| n.zero? }.keys.min)
      order << ready
      indegree.delete(ready)
      @edges[ready].each_key { |t| indegree[t] -= 1 }
    end
    raise "cycle among #{indegree.keys.sort.join(', ')}" unless indegree.empty?

    order
  end

  def spanning_tree
    groups = nodes.to_h { |n| [n, [n]] }
    edges = @edges.flat_map { |a, targets| targets.map { |b, w| [w, *[a, b].sort] } }.uniq.sort
    edges.select do |_, a, b|
      next false if groups[a].equal?(groups[b])

      merged = groups[a] + groups[b]
      merged.each { |n| groups[n] = merged }
      true
    end
  end
end

roads = Graph.new
[["A", "B", 4], ["A", "C", 2], ["B", "C", 1], ["B", "D", 5], ["C", "D", 8], ["C", "E", 10], ["D", "E", 2], ["F", "G", 1]].each { |e| roads.connect(*e) }
cost, path = roads.shortest_path("A", "E")
puts "#{path.join(' -> ')} costs #{cost}"
p roads.shortest_path("A", "G"), roads.breadth_first("A"), roads.depth_first("A"), roads.spanning_tree
tasks = Graph.new(directed: true)
{ shirt: :tie, tie: :jacket, trousers: :shoes, socks: :shoes, shoes: :jacket }.each { |a, b| tasks.connect(a, b) }
p tasks.topological_order
begin
  tasks.connect(:jacket, :shirt).topological_order
rescue => e
  puts e.message
end
