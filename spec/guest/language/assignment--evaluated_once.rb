# `op=` evaluates its receiver and its arguments once.
Item = Struct.new(:count, :tags)
queue = [Item.new(1), Item.new(5)]
queue.shift.count += 1
p queue.map(&:count)
i = 0
list = [1, 2, 3]
list[i += 1] *= 10
p list, i
calls = []
store = ->(name) { calls << name; $items ||= {}; $items }
store.call(:a)[:x] ||= 1
store.call(:b)[:x] += 4
store.call(:c)[:x] &&= 7
p $items[:x], calls
item = Item.new(nil, [])
p item.count ||= 3, item.count &&= item.count + 1, item.tags += ["new"], item.count -= 1, item.to_a
nobody = nil
p nobody&.count += 1, nobody&.count ||= 2, nobody
somebody = Item.new(1)
p somebody&.count += 1, somebody.count
grid = Array.new(2) { [0, 0] }
grid[1][0] += 1
grid[-1][-1] -= 1
p grid
word = +"abc"
word[0] += "z"
word[*[1, 2]] += "y"
p word
class Counter
  def run = (self.total ||= 1; self.total += 2; self.total)

  private

  attr_accessor :total
end
p Counter.new.run
