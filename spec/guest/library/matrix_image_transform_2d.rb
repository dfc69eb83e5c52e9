# Needs Ruby 3.3: a gem of its own
require 'matrix'

module Transform
  module_function

  def translate(x, y) = Matrix[[1, 0, x], [0, 1, y], [0, 0, 1]]
  def scale(x, y = x) = Matrix.diagonal(x, y, 1)
  def quarter_turns(n) = Matrix[[0, -1, 0], [1, 0, 0], [0, 0, 1]]**(n % 4)
  def shear(k) = Matrix.build(3) { |r, c| r == c ? 1 : (r == 0 && c == 1 ? k : 0) }

  def apply(matrix, points)
    points.map { |x, y| (matrix * Vector[x, y, 1]).to_a.first(2) }
  end
end

L_SHAPE = [[0, 0], [0, 3], [1, 0]].freeze

def draw(points)
  xs, ys = points.transpose
  grid = (ys.min..ys.max).map { |y| (xs.min..xs.max).map { |x| points.include?([x, y]) ? '#' : '.' }.join }
  grid.reverse.join("\n")
end

steps = {
  'original' => Matrix.identity(3),
  'turned' => Transform.quarter_turns(1),
  'moved and doubled' => Transform.translate(1, 1) * Transform.scale(2),
  'doubled and moved' => Transform.scale(2) * Transform.translate(1, 1),
  'sheared' => Transform.shear(2),
  'mirrored' => Transform.scale(-1, 1)
}

steps.each do |name, m|
  points = Transform.apply(m, L_SHAPE)
  puts "#{name}: #{points.inspect} det #{m.det}"
  puts draw(points)
end

turn = Transform.quarter_turns(1)
p turn**4 == Matrix.identity(3), turn.inverse == turn.transpose, turn.orthogonal?, turn.symmetric?
rotation = Matrix[[Math.cos(Math::PI / 6), -Math.sin(Math::PI / 6)], [Math.sin(Math::PI / 6), Math.cos(Math::PI / 6)]]
p rotation.map { |v| v.round(3) }, (rotation * Vector[1, 0]).map { |v| v.round(4) }
p (rotation**12).round(6) == Matrix.identity(2).map(&:to_f)
p Vector[3, 4].norm, Vector[1, 2].inner_product(Vector[3, 4]), Vector[1, 0, 0].cross_product(Vector[0, 1, 0]), Vector[0, 2].normalize
p Vector[1, 0].angle_with(Vector[0, 1]).round(5), Vector[1, 2] + Vector[3, 4], Vector.independent?(Vector[1, 2], Vector[2, 4])
begin
  Vector[0, 0].normalize
rescue Vector::ZeroVectorError => e
  puts "#{e.class}: #{e.message}"
end
begin
  Vector[1, 2] + Vector[1]
rescue ExceptionForMatrix::ErrDimensionMismatch => e
  puts e.message
end
