# frozen_string_literal: true

class Matrix2
  include Enumerable
  attr_reader :rows

  def self.[](*rows) = new(rows)
  def self.identity(n) = build(n, n) { |i, j| i == j ? 1 : 0 }
  def self.build(r, c) = new(Array.new(r) { |i| Array.new(c) { |j| yield i, j } })

  def initialize(rows)
    raise ArgumentError, "rows of different sizes: #{rows.map(&:size)}" unless rows.map(&:size).uniq.size == 1

    @rows = rows.map { |r| r.dup.freeze }.freeze
  end

  def [](i, j) = rows.fetch(i).fetch(j)
  def each(&) = rows.flatten(1).each(&)
  def each_with_position = block_given? ? rows.each_with_index { |r, i| r.each_with_index { |x, j| yield x, i, j } } : enum_for(__method__)
  def size = [rows.size, rows[0].size]
  def +(other) = combine(other) { |a, b| a + b }
  def -(other) = combine(other) { _1 - _2 }
  def -@ = self * -1
  def *(other) = other.is_a?(Numeric) ? map_cells { |x| x * other } : Matrix2.new(rows.map { |r| other.rows.transpose.map { |c| r.zip(c).sum { |a, b| a * b } } })
  def **(n) = n.zero? ? self.class.identity(rows.size) : n.even? ? (self * self)**(n / 2) : self * self**(n - 1)
  def coerce(number) = [self, number]
  def transpose = Matrix2.new(rows.transpose)
  def minor(i, j) = Matrix2.new(rows.each_with_index.reject { |_, k| k == i }.map { |r, _| r.each_with_index.reject { |_, k| k == j }.map(&:first) })
  def det = rows.size == 1 ? self[0, 0] : (0...rows.size).sum { |j| (-1)**j * self[0, j] * minor(0, j).det }
  def trace = (0...rows.size).sum { |i| self[i, i] }
  def ==(other) = other.is_a?(Matrix2) && rows == other.rows
  def hash = rows.hash
  alias eql? ==
  def map_cells(&f) = Matrix2.new(rows.map { |r| r.map(&f) })
  def rotate = Matrix2.new(rows.reverse.transpose)

  def inverse
    n = rows.size
    work = rows.each_with_index.map { |r, i| r.map(&:to_r) + Array.new(n) { |j| i == j ? 1r : 0r } }
    n.times do |c|
      pivot = (c...n).find { |r| work[r][c].nonzero? } or raise ZeroDivisionError, "matrix is singular"
      work[c], work[pivot] = work[pivot], work[c]
      work[c] = work[c].map { |x| x / work[c][c] }
      (0...n).each do |r|
        next if r == c || work[r][c].zero?

        factor = work[r][c]
        work[r] = work[r].zip(work[c]).map { |a, b| a - factor * b }
      end
    end
    Matrix2.new(work.map { |r| r.drop(n) })
  end

  def to_s
    texts = rows.map { |r| r.map { |x| x.is_a?(Rational) && x.denominator == 1 ? x.to_i.to_s : x.to_s } }
    widths = texts.transpose.map { |c| c.map(&:length).max }
    texts.map { |r| "[#{r.zip(widths).map { |t, w| t.rjust(w) }.join(' ')}]" }.join("\n")
  end

  private

  def combine(other)
    raise ArgumentError, "#{size.join('x')} and #{other.size.join('x')} do not fit" unless size == other.size

    Matrix2.new(rows.zip(other.rows).map { |a, b| a.zip(b).map { |pair| yield(*pair) } })
  end
end

a = Matrix2[[2, 1], [1, 3]]
b = Matrix2[[0, -1], [4, 2]]
puts a + b, a - b, a * b, 2 * a, -b, a**5, a.transpose == a, a.det, b.trace, a.inverse, a * a.inverse, a.rotate
c = Matrix2[[4, -2, 1], [-2, 4, -2], [1, -2, 4]]
puts c.det, c.inverse, (c * c.inverse) == Matrix2.identity(3).map_cells(&:to_r), c.minor(1, 1), Matrix2[[1, 1], [1, 0]]**50
p c.sum, c.max, c.sort.first(3), c.each_slice(3).map(&:sum), c.include?(-2), c.tally.sort, c.each_with_position.select { |_, i, j| i == j }.map(&:first), c.size, { a => 1 }[Matrix2[[2, 1], [1, 3]]], c.each_with_index.max[1], c.min_by(&:abs), c.lazy.select(&:positive?).first(2)
[-> { a + c }, -> { Matrix2[[1, 2], [2, 4]].inverse }, -> { Matrix2[[1], [2, 3]] }, -> { a[5, 0] }].each do |wrong|
  wrong.call
rescue ArgumentError, ZeroDivisionError, IndexError => e
  puts "#{e.class}: #{e.message}"
end
spiral = ->(m) { m.empty? ? [] : m.first + spiral.(m.drop(1).transpose.reverse) }
p spiral.([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [[1, 2], [3, 4]].map(&:reverse).transpose, (0..2).map { |i| [[1, 2, 3], [4, 5, 6], [7, 8, 9]][i][i] }, [[1, 2], [3, 4]].inject(:zip).inspect, [1, 2].product([3, 4]).map { |x, y| x * y }.each_slice(2).to_a
game = ->(cells) { cells.flat_map { |x, y| [-1, 0, 1].product([-1, 0, 1]).map { |i, j| [x + i, y + j] } }.tally.select { |cell, n| n == 3 || (n == 4 && cells.include?(cell)) }.keys.sort }
p game.([[1, 0], [1, 1], [1, 2]]), game.(game.([[1, 0], [1, 1], [1, 2]])), game.([[0, 0], [0, 1], [1, 0], [1, 1]])
