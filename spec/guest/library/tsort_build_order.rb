require 'tsort'

class Build
  include TSort

  def initialize
    @deps = Hash.new { |h, k| raise KeyError, "unknown target #{k}" }
  end

  def target(name, *deps)
    @deps[name] = deps
    self
  end

  def tsort_each_node(&) = @deps.each_key(&)
  def tsort_each_child(node, &) = @deps[node].each(&)

  def levels
    depth = {}
    tsort.each { |n| depth[n] = @deps[n].map { |d| depth[d] + 1 }.max || 0 }
    depth.group_by(&:last).sort.map { |_, list| list.map(&:first).sort }
  end
end

build = Build.new
build.target(:app, :lib, :assets).target(:lib, :config).target(:assets, :config, :fonts)
build.target(:config).target(:fonts).target(:docs, :app)

p build.tsort
build.levels.each_with_index { |names, i| puts "stage #{i}: #{names.join(', ')}" }
p build.strongly_connected_components
p build.each_strongly_connected_component_from(:lib).to_a
build.tsort_each { |n| print n, ' ' }
puts
p build.tsort_each.first(2)

build.target(:fonts, :docs)
begin
  build.tsort
rescue TSort::Cyclic => e
  puts "#{e.class}: #{e.message}"
end
p build.strongly_connected_components.map(&:size)
cycle = build.each_strongly_connected_component.find { |c| c.size > 1 }
puts "cycle: #{cycle.sort.join(' -> ')}"

build.target(:fonts, :woff)
begin
  build.tsort
rescue KeyError => e
  puts e.message
end

graph = { 1 => [2, 3], 2 => [4], 3 => [2, 4], 4 => [] }
each_node = ->(&b) { graph.each_key(&b) }
each_child = ->(n, &b) { graph[n].each(&b) }
p TSort.tsort(each_node, each_child)
p TSort.strongly_connected_components(each_node, each_child)
p TSort.each_strongly_connected_component_from(2, each_child).to_a
p TSort::Cyclic.superclass
