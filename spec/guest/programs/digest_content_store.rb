require "digest"

# A store that knows its objects by what they hold: blobs, trees and commits, as Git has them.
class ObjectStore
  Missing = Class.new(KeyError)

  def initialize
    @objects = {}
  end

  def blob(text) = put("blob", text)

  def tree(entries)
    put("tree", entries.sort.map { |name, id| "#{id.length == 40 ? id : raise(ArgumentError, id)} #{name}\n" }.join)
  end

  def commit(tree, message, parents: [], at: 0)
    put("commit", ["tree #{tree}", *parents.map { |id| "parent #{id}" }, "time #{at}", "", message].join("\n"))
  end

  def [](id)
    candidates = @objects.keys.select { |key| key.start_with?(id) }
    raise Missing, "no object #{id}" if candidates.empty?
    raise ArgumentError, "#{id} is short for #{candidates.size} objects" if candidates.size > 1

    kind, text = @objects.fetch(candidates.first).split("\0", 2)
    [kind[/\w+/], text]
  end

  def size = @objects.size

  # Files of a tree by path.
  def files(id, prefix = "")
    self[id].last.each_line(chomp: true).each_with_object({}) do |line, found|
      child, name = line.split(" ", 2)
      kind, text = self[child]
      kind == "tree" ? found.update(files(child, "#{prefix}#{name}/")) : found["#{prefix}#{name}"] = text
    end
  end

  def history(id)
    return [] if id.nil?

    text = self[id].last
    head, message = text.split("\n\n", 2)
    [[id[0, 7], message], *history(head[/^parent (\h+)/, 1])]
  end

  def broken = @objects.reject { |id, data| Digest::SHA1.hexdigest(data) == id }.keys

  def damage(id) = @objects[id] = @objects[id].sub(/.\z/m, "?")

  private

  def put(kind, text)
    data = "#{kind} #{text.bytesize}\0#{text}"
    id = Digest::SHA1.hexdigest(data)
    @objects[id] ||= data.freeze
    id
  end
end

store = ObjectStore.new
hello = store.blob("hello\n")
puts hello, store.blob("hello\n") == hello, store.size
lib = store.tree("tea.rb" => store.blob("puts :tea\n"), "größe.rb" => store.blob("# größe\n"))
root = store.tree("README" => hello, "lib" => lib)
first = store.commit(root, "Begin\n")
second = store.commit(store.tree("README" => store.blob("hello, world\n"), "lib" => lib), "Greet all\n", parents: [first], at: 60)
puts first, second, store.size
p store.files(root), store.history(second), store[first[0, 8]].first
puts store[second].last
begin
  store["0000"]
rescue ObjectStore::Missing => e
  puts e.message
end
p store.broken
store.damage(hello)
p store.broken.map { |id| id[0, 7] }

# A Merkle tree: who has the root can check one block with a few digests.
class Merkle
  def initialize(blocks)
    @levels = [blocks.map { |block| Digest::SHA256.digest("\0#{block}") }]
    @levels << @levels.last.each_slice(2).map { |pair| self.class.join(*pair) } while @levels.last.size > 1
  end

  def self.join(left, right = nil) = right ? Digest::SHA256.digest("\1".b + left + right) : left

  def root = @levels.last.first

  def proof(index)
    @levels[0...-1].filter_map do |level|
      beside = level[index ^ 1]
      side = index.even? ? :right : :left
      index /= 2
      [side, beside] if beside
    end
  end

  def self.valid?(root, block, proof)
    proof.reduce(Digest::SHA256.digest("\0#{block}")) do |digest, (side, beside)|
      side == :right ? join(digest, beside) : join(beside, digest)
    end == root
  end
end

blocks = (1..7).map { |n| "block #{n}" }
tree = Merkle.new(blocks)
puts tree.root.unpack1("H*")
p blocks.each_index.map { |i| [tree.proof(i).size, Merkle.valid?(tree.root, blocks[i], tree.proof(i))] }
p Merkle.valid?(tree.root, "block 8", tree.proof(3))
