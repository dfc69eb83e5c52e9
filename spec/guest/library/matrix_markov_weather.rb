# Needs Ruby 3.3: a gem of its own
# Without the require of matrix
STATES = %w[sunny cloudy rainy].freeze

P = Matrix[
  [7/10r, 2/10r, 1/10r],
  [3/10r, 4/10r, 3/10r],
  [2/10r, 4/10r, 4/10r]
]

raise 'rows must add up to one' unless P.row_vectors.all? { |row| row.sum == 1 }

def show(vector)
  STATES.zip(vector.to_a).map { |s, v| format('%s %.3f', s, v.to_f) }.join('  ')
end

today = Matrix.row_vector([1, 0, 0])
5.times do |day|
  puts "day #{day}: #{show(today.row(0))}"
  today *= P
end

steady = (P**40).row(0)
puts "long run: #{show(steady)}"

a = (P.transpose - Matrix.identity(3))
equations = Matrix.rows(a.to_a[0, 2] << [1r, 1r, 1r])
exact = equations.inverse * Vector[0, 0, 1]
p exact
p exact.sum, (P.transpose * exact) == exact

p P.row(1), P.column(2).to_a, P[0, 0], P.first, P.index(4/10r), P.each_with_index.max_by { |v, *| v }
p P.map(&:to_f).collect { |v| v.round(1) }.to_a.flatten.tally
p Matrix.zero(2), Matrix.empty(2, 0), Matrix.column_vector([1, 2]), Matrix.scalar(2, 5)
p Matrix.vstack(Matrix[[1, 2]], Matrix[[3, 4]]), Matrix.hstack(Matrix[[1], [2]], Matrix[[3], [4]])
p P.square?, P.regular?, P.singular?, P.symmetric?, Matrix.identity(2).diagonal?, P.real?, P.lower_triangular?
begin
  Matrix.row_vector([1, 2]) * P
rescue ExceptionForMatrix::ErrDimensionMismatch => e
  puts e.message
end
