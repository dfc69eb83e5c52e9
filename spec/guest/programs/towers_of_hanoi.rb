class Hanoi
  attr_reader :moves

  def initialize(disks)
    @disks = disks
    @pegs = { left: (1..disks).to_a.reverse, middle: [], right: [] }
    @moves = 0
  end

  def solve(count = @disks, from: :left, to: :right, via: :middle, &report)
    return if count.zero?

    solve(count - 1, from: from, to: via, via: to, &report)
    move(from, to)
    report&.call(self, from, to)
    solve(count - 1, from: via, to: to, via: from, &report)
  end

  def to_s
    (@disks - 1).downto(0).map do |level|
      @pegs.values.map { |peg| ("=" * (peg[level] ? peg[level] * 2 - 1 : 0)).center(@disks * 2) }.join.rstrip
    end.join("\n")
  end

  def done? = @pegs[:right].size == @disks

  private

  def move(from, to)
    disk = @pegs[from].pop
    raise "illegal move of #{disk}" if @pegs[to].any? && @pegs[to].last < disk

    @pegs[to].push(disk)
    @moves += 1
  end
end

game = Hanoi.new(3)
puts game, "-" * 18
game.solve do |state, from, to|
  puts "#{state.moves}. #{from} -> #{to}", state
end
puts game.done?, (1..10).map { |n| g = Hanoi.new(n); g.solve; g.moves }.inspect

def flood(grid, x, y, paint, target = grid[y][x])
  return 0 unless y.between?(0, grid.size - 1) && x.between?(0, grid[0].size - 1) && grid[y][x] == target

  grid[y][x] = paint
  1 + [[1, 0], [-1, 0], [0, 1], [0, -1]].sum { |dx, dy| flood(grid, x + dx, y + dy, paint, target) }
end
grid = ["..#..", ".##..", "#...#", "..#.."].map(&:chars)
puts flood(grid, 0, 0, "o"), grid.map(&:join), flood(grid, 4, 0, "~"), grid.map(&:join)

def permutations(list) = list.empty? ? [[]] : list.flat_map { |x| permutations(list - [x]).map { |rest| [x, *rest] } }
def power_set(list) = list.empty? ? [[]] : power_set(list[1..]).flat_map { |s| [s, [list[0], *s]] }
def gray(n) = n.zero? ? [""] : gray(n - 1).map { |c| "0#{c}" } + gray(n - 1).reverse.map { |c| "1#{c}" }
def balanced(n, open = 0) = n.zero? && open.zero? ? [""] : (n > 0 ? balanced(n - 1, open + 1).map { |s| "(#{s}" } : []) + (open > 0 ? balanced(n, open - 1).map { |s| ")#{s}" } : [])
p permutations([1, 2, 3]), power_set(%w[a b c]).sort, gray(3), balanced(3)
def koch(n) = n.zero? ? "F" : koch(n - 1).each_char.map { |c| c == "F" ? "F+F--F+F" : c }.join
puts koch(2), koch(4).size
