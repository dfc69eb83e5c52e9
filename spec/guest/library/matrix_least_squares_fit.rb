# Needs Ruby 3.3: a gem of its own
require 'matrix'

POINTS = [[0, 1], [1, 3], [2, 2], [3, 5], [4, 7], [5, 8]].freeze

def fit(points, degree)
  x = Matrix.rows(points.map { |px, _| (0..degree).map { |e| Rational(px)**e } })
  y = Vector.elements(points.map { |_, py| Rational(py) })
  xt = x.transpose
  (xt * x).inverse * (xt * y)
end

def evaluate(coefficients, x)
  coefficients.each_with_index.sum { |c, e| c * x**e }
end

def formula(coefficients)
  coefficients.each_with_index.reject { |c, _| c.zero? }.map do |c, e|
    [c.denominator == 1 ? c.to_i : c, { 0 => nil, 1 => 'x' }.fetch(e, "x^#{e}")].compact.join('*')
  end.join(' + ')
end

(0..3).each do |degree|
  c = fit(POINTS, degree)
  error = POINTS.sum { |x, y| (y - evaluate(c, x))**2 }
  puts "degree #{degree}: y = #{formula(c)}"
  puts format('  squared error %.4f, f(6) = %.3f', error.to_f, evaluate(c, 6).to_f)
end

begin
  fit([[1, 1], [1, 2]], 1)
rescue ExceptionForMatrix::ErrNotRegular => e
  puts "cannot fit a vertical line: #{e.message}"
end

data = Matrix[*POINTS]
mean = data.column_vectors.map { |v| v.sum.fdiv(v.size) }
p mean
centred = Matrix.build(data.row_count, 2) { |r, c| data[r, c] - mean[c] }
covariance = (centred.transpose * centred) / (data.row_count - 1)
p covariance.round(3), covariance.symmetric?
v, d, = Matrix[[2, 1], [1, 2]].eigensystem
p d.round(6), v.column_vectors.map { |x| x.map { |e| e.abs.round(4) } }
p Matrix[[2, 1], [1, 2]].eigen.eigenvalues.map { |e| e.round(6) }
p Matrix[[1, 2], [3, 4]].to_matrix.equal?(nil), Vector[1, 2].covector, Vector[3, 1].to_matrix
p Matrix.hilbert(2) rescue puts 'no hilbert'
p Vector.basis(size: 3, index: 1), Vector.zero(2), Vector[1, 2].map { |e| e * 2 }, Vector[4, 5].each_with_index.to_a
