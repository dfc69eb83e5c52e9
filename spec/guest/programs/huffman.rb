Leaf = Struct.new(:weight, :char)
Branch = Struct.new(:weight, :left, :right)

def build(text)
  queue = text.each_char.tally.map { |char, n| Leaf.new(n, char) }.sort_by { |l| [l.weight, l.char] }
  while queue.size > 1
    a, b = queue.shift(2)
    branch = Branch.new(a.weight + b.weight, a, b)
    position = queue.index { |node| node.weight > branch.weight } || queue.size
    queue.insert(position, branch)
  end
  queue.first
end

def codes(node, prefix = "", table = {})
  case node
  when Leaf then table[node.char] = prefix.empty? ? "0" : prefix
  when Branch
    codes(node.left, prefix + "0", table)
    codes(node.right, prefix + "1", table)
  end
  table
end

def decode(tree, bits)
  return tree.char * bits.size if tree.is_a?(Leaf)

  node = tree
  bits.each_char.with_object(+"") do |bit, out|
    node = bit == "0" ? node.left : node.right
    next unless node.is_a?(Leaf)

    out << node.char
    node = tree
  end
end

["she sells sea shells by the sea shore", "aaaa", "abracadabra"].each do |text|
  tree = build(text)
  table = codes(tree)
  bits = text.each_char.map { |c| table[c] }.join
  puts "#{text.inspect}: #{text.size * 8} -> #{bits.size} bits, ok: #{decode(tree, bits) == text}"
  puts table.sort_by { |char, code| [code.size, char] }.first(4).map { |char, code| "#{char.inspect}=#{code}" }.join(" ")
end
packed = [codes(build("abracadabra")).values_at("a", "b", "r").join].pack("B*")
puts packed.bytes.inspect, packed.unpack1("B*")

class Trie
  def initialize(words = [])
    @root = {}
    words.each { |w| add(w) }
  end

  def add(word)
    word.each_char.inject(@root) { |node, c| node[c] ||= {} }[:end] = true
    self
  end

  def find(prefix)
    node = prefix.each_char.inject(@root) { |n, c| n && n[c] }
    node ? collect(node, prefix) : []
  end

  private

  def collect(node, prefix)
    node.flat_map { |key, child| key == :end ? [prefix] : collect(child, prefix + key) }
  end
end
trie = Trie.new(%w[car card care cat dog do]).add("cart")
p trie.find("car"), trie.find("do"), trie.find("x"), trie.find("").size

def lzw(text)
  dictionary = (0..255).to_h { |i| [i.chr, i] }
  current = ""
  out = []
  text.each_char do |c|
    if dictionary.key?(current + c)
      current += c
    else
      out << dictionary[current]
      dictionary[current + c] = dictionary.size
      current = c
    end
  end
  out << dictionary[current]
end
p lzw("TOBEORNOTTOBEORTOBEORNOT")
