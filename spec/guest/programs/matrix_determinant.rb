# Matrices as arrays: product, transpose, determinant, inverse with rationals, rotation.
def multiply(a, b) = a.map { |row| b.transpose.map { |col| row.zip(col).sum { |x, y| x * y } } }
def identity(n) = Array.new(n) { |i| Array.new(n) { |j| i == j ? 1 : 0 } }

def minor(m, i, j)
  m.each_with_index.reject { |_, r| r == i }.map { |row, _| row.reject.with_index { |_, c| c == j } }
end

def determinant(m)
  return m[0][0] if m.size == 1

  m[0].each_with_index.sum { |v, j| (j.even? ? 1 : -1) * v * determinant(minor(m, 0, j)) }
end

def inverse(m)
  n = m.size
  rows = m.each_with_index.map { |row, i| row.map { |v| Rational(v) } + identity(n)[i].map { |v| Rational(v) } }
  n.times do |col|
    pivot = (col...n).find { |r| rows[r][col] != 0 } or return nil
    rows[col], rows[pivot] = rows[pivot], rows[col]
    factor = rows[col][col]
    rows[col] = rows[col].map { |v| v / factor }
    n.times do |r|
      next if r == col

      scale = rows[r][col]
      rows[r] = rows[r].zip(rows[col]).map { |x, y| x - scale * y }
    end
  end
  rows.map { |row| row.last(n) }
end

m = [[2, 1, 3], [0, 4, 1], [5, 2, 1]]
puts multiply(m, identity(3)) == m, determinant(m), determinant([[1, 2], [3, 4]])
puts inverse(m).map { |row| row.map(&:to_s).join(" ") }
puts multiply(m, inverse(m)).map { |row| row.map(&:to_i) }.inspect
puts inverse([[1, 2], [2, 4]]).inspect
rotate = ->(grid) { grid.transpose.map(&:reverse) }
puts rotate.call([[1, 2], [3, 4], [5, 6]]).inspect, (rotate >> rotate).call([[1, 2], [3, 4]]).inspect
spiral = lambda do |grid|
  grid = grid.map(&:dup)
  out = []
  until grid.empty?
    out.concat(grid.shift)
    grid = grid.transpose.reverse
  end
  out
end
puts spiral.call([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).inspect
power = ->(base, n) { n.zero? ? identity(2) : n.times.reduce(identity(2)) { |acc, _| multiply(acc, base) } }
puts power.call([[1, 1], [1, 0]], 30)[0][1]
puts m.flatten.each_slice(3).map { |r| r.map { |v| v.to_s.rjust(3) }.join }.join("\n")
