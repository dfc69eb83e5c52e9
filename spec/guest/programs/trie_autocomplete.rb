class Trie
  include Enumerable

  Node = Struct.new(:children, :count) do
    def terminal? = count.positive?
  end

  attr_reader :size

  def initialize(words = [])
    @root = Node.new({}, 0)
    @size = 0
    words.each(&method(:add))
  end

  def add(word, n = 1)
    node = word.each_char.inject(@root) { |at, c| at.children[c] ||= Node.new({}, 0) }
    @size += 1 unless node.terminal?
    node.count += n
    self
  end
  alias << add

  def [](word) = find(word)&.count || 0
  def include?(word) = self[word] > 0
  def prefix?(text) = !find(text).nil?

  def delete(word)
    path = word.each_char.inject([@root]) { |nodes, c| nodes << (nodes.last.children[c] or return nil) }
    return unless path.last.terminal?

    path.last.count = 0
    @size -= 1
    word.chars.reverse.zip(path.reverse.each_cons(2)) { |c, (child, parent)| parent.children.delete(c) if child.children.empty? && !child.terminal? }
    word
  end

  def each(prefix = "", &block)
    return enum_for(:each, prefix) unless block

    (node = find(prefix)) ? walk(node, prefix, &block) : self
  end

  def complete(prefix, limit: 3) = each(prefix).max_by(limit) { |word, count| [count, -word.size, word] }.map(&:first)

  def longest_common_prefix
    node, prefix = @root, +""
    while node.children.one? && !node.terminal?
      char, node = node.children.first
      prefix << char
    end
    prefix
  end

  def match(pattern, node = @root, word = "")
    return node.terminal? ? [word] : [] if pattern.empty?

    head, tail = pattern[0], pattern[1..]
    case head
    when "?" then node.children.flat_map { |c, child| match(tail, child, word + c) }
    when "*" then match(tail, node, word) + node.children.flat_map { |c, child| match(pattern, child, word + c) }
    else (child = node.children[head]) ? match(tail, child, word + head) : []
    end
  end

  def to_s = render(@root)

  private

  def find(text) = text.each_char.inject(@root) { |node, c| node&.children&.[](c) }

  def walk(node, prefix, &block)
    block.call(prefix, node.count) if node.terminal?
    node.children.keys.sort.each { |c| walk(node.children[c], prefix + c, &block) }
    self
  end

  def render(node, depth = 0)
    node.children.sort.map { |c, child| "#{'| ' * depth}#{c}#{'*' if child.terminal?}\n" + render(child, depth + 1) }.join
  end
end

trie = Trie.new(%w[car card care cat cart dog do car café])
trie.add("care", 4) << "dot"
puts trie, trie.size, trie["car"], trie["ca"], trie.include?("dog"), trie.prefix?("ca"), trie.prefix?("x")
p trie.complete("ca"), trie.complete("do", limit: 1), trie.complete("zz"), trie.map { |w, n| "#{w}#{n}" }, trie.first, trie.each("do").to_a, trie.to_a.size, trie.sort_by { |w, n| [-n, w] }.first(2), trie.each.next, trie.each_with_index.map { |(w, n), i| [w, n, i] }.last, trie.count, trie.max_by { |w, _| w.size }
p trie.match("ca?"), trie.match("*t").sort, trie.match("c*r?").sort, trie.match("d*"), trie.match("????"), trie.match("")
p trie.delete("car"), trie.delete("nope"), trie.delete("ca"), trie.size, trie["card"], trie.delete("dog"), trie.prefix?("dog"), trie.prefix?("do"), trie.longest_common_prefix, Trie.new(%w[flower flow flight]).longest_common_prefix, Trie.new(%w[inter internet]).longest_common_prefix
p trie.reduce(0) { |sum, (_, n)| sum + n }, trie.to_h { |w, n| [w, n] }.to_a.last, trie.partition { |w, n| n > 1 }.map(&:size), trie.each_slice(3).map { |s| s.map(&:first) }, trie.include?("caf\u00e9"), trie.min_by { |w, n| -n }, trie.inject { |a, b| a }, trie.each_entry.first, trie.zip(1..2).first, trie.group_by { |w, _| w[0] }.transform_values(&:size).to_a
