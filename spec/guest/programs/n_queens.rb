class Queens
  def initialize(size)
    @size = size
    @solutions = []
  end

  def solve
    place([])
    @solutions
  end

  private

  def place(columns)
    row = columns.size
    return @solutions << columns if row == @size

    @size.times do |column|
      place(columns + [column]) if safe?(columns, row, column)
    end
  end

  def safe?(columns, row, column)
    columns.each_with_index.none? do |other, other_row|
      other == column || (other - column).abs == row - other_row
    end
  end
end

def draw(columns)
  columns.each { |c| puts columns.size.times.map { |i| i == c ? "Q" : "." }.join(" ") }
end

(4..7).each { |n| puts "#{n} queens: #{Queens.new(n).solve.size} solutions" }
solutions = Queens.new(6).solve
solutions.first(2).each do |s|
  draw(s)
  puts
end
unique = Queens.new(5).solve.uniq { |s| [s, s.reverse, s.map { |c| 4 - c }].min }
p unique

def count_bitwise(n, row = 0, cols = 0, left = 0, right = 0)
  return 1 if row == n

  free = ((1 << n) - 1) & ~(cols | left | right)
  total = 0
  until free.zero?
    bit = free & -free
    free ^= bit
    total += count_bitwise(n, row + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1)
  end
  total
end
puts count_bitwise(8)
