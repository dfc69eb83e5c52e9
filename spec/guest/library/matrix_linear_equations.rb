# Needs Ruby 3.3: a gem of its own
require 'matrix'

SYSTEMS = {
  'two lines' => [[[2, 1], [1, -1]], [5, 1]],
  'three planes' => [[[1, 1, 1], [0, 2, 5], [2, 5, -1]], [6, -4, 27]],
  'fractions' => [[[3, 2], [1, 4]], [1, 1]],
  'parallel' => [[[1, 2], [2, 4]], [3, 7]],
  'too few' => [[[1, 2, 3], [4, 5, 6]], [1, 2]]
}.freeze

SYSTEMS.each do |name, (rows, right)|
  a = Matrix.rows(rows)
  b = Vector.elements(right)
  puts "#{name}: det #{a.square? ? a.determinant : 'undefined'}, rank #{a.rank}"
  x = a.map { |v| Rational(v) }.inverse * b
  puts "  x = #{x}"
  lu = a.lup
  puts "  lup #{lu.solve(b.map(&:to_r)).to_a.inspect} singular=#{lu.singular?}"
rescue ExceptionForMatrix::ErrNotRegular, ExceptionForMatrix::ErrDimensionMismatch => e
  puts "  #{e.class}: #{e.message}"
end

m = Matrix[[2, 0], [1, 3]]
p m, m.inverse, m * m.inverse == Matrix.identity(2), m ** 3, m ** -1, m ** 0
p m.transpose, m.trace, m.rank, m.minor(0, 1, 0, 2), m.cofactor(0, 0), m.adjugate
p m + m, m - Matrix.unit(2), m * 2, 2 * m, m / 2, -m, m.hadamard_product(m)
p m.row(0), m.column(1), m[1, 0], m[5, 5], m.row_count, m.column_vectors
puts m
l, u, perm = Matrix[[1, 2], [3, 4]].lup
p l, u, perm
begin
  m * Matrix[[1, 2, 3]]
rescue ExceptionForMatrix::ErrDimensionMismatch => e
  puts e.message
end
begin
  Matrix[[1, 2], [3]]
rescue ExceptionForMatrix::ErrDimensionMismatch => e
  puts e.message
end
begin
  m + 1
rescue ExceptionForMatrix::ErrOperationNotDefined => e
  puts e.message
end
