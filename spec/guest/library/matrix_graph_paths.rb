# Needs Ruby 3.3: a gem of its own
require 'matrix'

EDGES = [%w[A B], %w[A C], %w[B C], %w[C D], %w[D A], %w[D E]].freeze
NODES = EDGES.flatten.uniq.sort.freeze

adjacency = Matrix.build(NODES.size) { |r, c| EDGES.include?([NODES[r], NODES[c]]) ? 1 : 0 }

puts "   #{NODES.join(' ')}"
adjacency.row_vectors.each_with_index { |row, i| puts "#{NODES[i]}  #{row.to_a.join(' ')}" }

(2..4).each do |k|
  power = adjacency**k
  paths = power.each_with_index.select { |v, *| v.positive? }.map { |v, r, c| "#{NODES[r]}#{NODES[c]}:#{v}" }
  puts "walks of length #{k}: #{paths.join(' ')}"
end

puts "closed triangles: #{(adjacency**3).trace / 3}"
reach = NODES.each_index.inject(Matrix.identity(NODES.size)) { |m, _| (m + m * adjacency).map { |v| [v, 1].min } }
NODES.each_with_index do |n, i|
  puts "#{n} reaches #{NODES.zip(reach.row(i)).select { |_, v| v == 1 }.map(&:first).join}"
end

degrees_out = adjacency.row_vectors.map(&:sum)
degrees_in = adjacency.column_vectors.map(&:sum)
p NODES.zip(degrees_in, degrees_out)
undirected = (adjacency + adjacency.transpose).map { |v| v.clamp(0, 1) }
laplacian = Matrix.diagonal(*undirected.row_vectors.map(&:sum)) - undirected
p laplacian
puts "spanning trees: #{laplacian.first_minor(0, 0).det}"
p laplacian.rank, laplacian.singular?, laplacian.det
p adjacency.each(:diagonal).to_a, adjacency.each(:upper).count(1), adjacency.each(:strict_lower).sum
p adjacency.nilpotent? rescue puts 'nilpotent? is not defined'
p undirected.minor(1..2, 1..3), undirected.row(0) { |v| v }.class, undirected.antisymmetric?
p adjacency.find_index(1), adjacency.each_with_index(:off_diagonal).first, adjacency.row(9), adjacency.element(0, 1)
m = Matrix[[1, 2], [3, 4]]
m[0, 0] = 9
p m, m.frozen?, m.hash == Matrix[[9, 2], [3, 4]].hash, m.eql?(Matrix[[9.0, 2], [3, 4]]), m == Matrix[[9.0, 2], [3, 4]]
m.map! { |v| v * 2 }
p m, m.rotate_entries, m.to_a.flatten.sum
