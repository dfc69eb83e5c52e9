class Matrix
  include Enumerable

  attr_reader :rows

  def self.[](*rows) = new(rows)
  def self.identity(n) = new(Array.new(n) { |i| Array.new(n) { |j| i == j ? 1 : 0 } })
  def self.build(rows, cols) = new((0...rows).map { |i| (0...cols).map { |j| yield i, j } })

  def initialize(rows) = @rows = rows
  def [](i, j) = @rows[i][j]
  def row_count = @rows.size
  def column_count = @rows.first.size
  def each(&block) = @rows.flatten.each(&block)
  def transpose = Matrix.new(@rows.transpose)
  def ==(other) = other.is_a?(Matrix) && rows == other.rows

  def +(other)
    raise ArgumentError, "shape mismatch" unless [row_count, column_count] == [other.row_count, other.column_count]

    Matrix.build(row_count, column_count) { |i, j| self[i, j] + other[i, j] }
  end

  def *(other)
    return Matrix.new(@rows.map { |row| row.map { |v| v * other } }) if other.is_a?(Numeric)

    columns = other.rows.transpose
    Matrix.new(@rows.map { |row| columns.map { |col| row.zip(col).sum { |a, b| a * b } } })
  end

  def **(n)
    return Matrix.identity(row_count) if n.zero?

    half = self**(n / 2)
    n.odd? ? half * half * self : half * half
  end

  def determinant
    return self[0, 0] if row_count == 1

    (0...column_count).sum { |j| (-1)**j * self[0, j] * minor(0, j).determinant }
  end

  def minor(i, j)
    Matrix.new(@rows.each_with_index.reject { |_, k| k == i }.map { |row, _| row[0...j] + row[j + 1..] })
  end

  def to_s = @rows.map { |row| row.map { |v| v.to_s.rjust(5) }.join }.join("\n")
end

a = Matrix[[1, 2], [3, 4]]
b = Matrix[[0, 1], [1, 0]]
puts a + b, a * b, a * 3, a.transpose
puts a == Matrix[[1, 2], [3, 4]], a == b
puts a.determinant, Matrix[[2, 0, 1], [1, 3, 2], [1, 1, 4]].determinant
puts Matrix[[1, 1], [1, 0]]**30
puts Matrix.identity(3)
puts Matrix.build(3, 4) { |i, j| i * j }
puts a.sum, a.max, a.include?(4), a.to_a.inspect, a.map { |x| x * x }.inspect
begin
  a + Matrix.identity(3)
rescue ArgumentError => e
  puts e.message
end
rotate = ->(m) { m.transpose.map(&:reverse) }
grid = [[1, 2, 3], [4, 5, 6]]
p rotate.(grid), rotate.(rotate.(grid)), grid.flatten.each_slice(2).to_a, grid.map(&:sum), grid.transpose.map(&:sum)
