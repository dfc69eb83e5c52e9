require 'ostruct'

def node(name, *children, **extra)
  OpenStruct.new(name:, children:, **extra).tap { |n| children.each { |c| c.up = n.name } }
end

tree = node('root',
            node('src', node('main.rb', size: 120), node('util.rb', size: 80)),
            node('test', node('main_test.rb', size: 60)),
            node('empty'))

def walk(n, depth = 0, &block)
  return enum_for(:walk, n, depth) unless block

  yield n, depth
  n.children.each { |c| walk(c, depth + 1, &block) }
end

def total(n) = (n.size || 0) + n.children.sum { |c| total(c) }

walk(tree) { |n, d| puts "#{'  ' * d}#{n.name}#{" #{n.size}" if n.size} #{"^#{n.up}" if n.up}".rstrip }
puts "total #{total(tree)}"

p walk(tree).map { |n, _| n.name }
p walk(tree).select { |n, _| n.children.empty? }.map { |n, d| [n.name, d] }
deepest, depth = walk(tree).max_by { |_, d| d }
puts "#{deepest.name} at depth #{depth}"

leaf = tree.children[0].children[0]
p leaf
p leaf.to_h.keys
leaf.size += 5
p total(tree), leaf.size?

loop_struct = OpenStruct.new(name: 'ouroboros')
loop_struct.self_ref = loop_struct
p loop_struct

merged = OpenStruct.new(**leaf.to_h, size: 1, lang: 'ruby')
p merged, merged == leaf
p OpenStruct.new(nil), OpenStruct.new({}) == OpenStruct.new
class Config < OpenStruct
  def size = 'overridden'
  def shout = name.upcase
end
c = Config.new(name: 'cfg', size: 3)
p c, c.shout, c.size, c[:size], c.is_a?(OpenStruct)
