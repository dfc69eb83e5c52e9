require 'set'

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
  DIGITS = Set.new('1'..'9').freeze
  Contradiction = Class.new(StandardError)

  def initialize(text)
    @cells = text.delete("\n").chars.map { |c| c == '.' ? nil : c }
    raise ArgumentError, "81 cells expected, got #{@cells.size}" unless @cells.size == 81

    groups = Hash.new { |h, k| h[k] = Set.new }
    @cells.each_with_index do |c, i|
      next unless c
      keys(i).each { |k| groups[k].add?(c) or raise Contradiction, "#{c} twice in #{k.join(' ')}" }
    end
    @groups = groups
    @guesses = 0
  end
  attr_reader :guesses

  def solve
    index = @cells.each_index.reject { |i| @cells[i] }.min_by { |i| candidates(i).size }
    return self unless index

    options = candidates(index).sort
    @guesses += options.size - 1 if options.size > 1
    options.each do |digit|
      place(index, digit)
      return self if solve
      remove(index, digit)
    end
    nil
  end

  def candidates(i) = DIGITS - keys(i).map { |k| @groups[k] }.reduce(:|)
  def to_s = @cells.map { |c| c || '.' }.each_slice(9).map { |r| r.each_slice(3).map(&:join).join(' ') }.each_slice(3).map { |b| b.join("\n") }.join("\n\n")

  private

  def keys(i) = [[:row, i / 9], [:col, i % 9], [:box, i / 27 * 3 + i % 9 / 3]]

  def place(i, digit)
    @cells[i] = digit
    keys(i).each { |k| @groups[k] << digit }
  end

  def remove(i, digit)
    @cells[i] = nil
    keys(i).each { |k| @groups[k].delete(digit) }
  end
end

game = Sudoku.new(PUZZLE)
p game.candidates(2), game.candidates(40), Sudoku::DIGITS.frozen?
puts game.solve
puts "guesses: #{game.guesses}"
begin
  Sudoku.new(PUZZLE.sub('53..7', '55..7'))
rescue Sudoku::Contradiction => e
  puts e.message
end
begin
  Sudoku.new('123')
rescue ArgumentError => e
  puts e.message
end
p Sudoku.new(PUZZLE.sub('53..7', '53.27')).solve.nil? rescue puts $!.message
