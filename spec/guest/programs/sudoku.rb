PUZZLE = <<~GRID
  53..7....
  6..195...
  .98....6.
  8...6...3
  4..8.3..1
  7...2...6
  .6....28.
  ...419..5
  ....8..79
GRID

class Sudoku
  def initialize(text)
    @cells = text.delete("\n").chars.map { |c| c == "." ? 0 : c.to_i }
  end

  def solve
    cell, options = hardest_cell
    return true unless cell

    options.each do |digit|
      @cells[cell] = digit
      return true if solve
    end
    @cells[cell] = 0
    false
  end

  def valid?
    lines = rows + rows.transpose + boxes
    lines.all? { |line| line.sort == (1..9).to_a }
  end

  def to_s
    rows.each_slice(3).map do |band|
      band.map { |row| row.each_slice(3).map { |part| part.join(" ") }.join(" | ") }.join("\n")
    end.join("\n------+-------+------\n")
  end

  private

  def rows = @cells.each_slice(9).to_a

  def boxes
    (0...9).map do |b|
      top = b / 3 * 3
      left = b % 3 * 3
      rows[top, 3].flat_map { |row| row[left, 3] }
    end
  end

  def options_for(cell)
    row, column = cell.divmod(9)
    used = rows[row] + rows.map { |r| r[column] } + boxes[row / 3 * 3 + column / 3]
    (1..9).to_a - used
  end

  def hardest_cell
    open = @cells.each_index.select { |i| @cells[i].zero? }
    open.map { |i| [i, options_for(i)] }.min_by { |_, options| options.size }
  end
end

sudoku = Sudoku.new(PUZZLE)
puts sudoku, sudoku.valid?
puts sudoku.solve ? "solved" : "impossible"
puts sudoku, sudoku.valid?
