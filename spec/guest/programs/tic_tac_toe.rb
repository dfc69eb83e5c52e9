class Board
  LINES = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]].freeze

  attr_reader :cells

  def initialize(cells = [nil] * 9) = @cells = cells
  def play(index, mark) = Board.new(cells.dup.tap { |c| c[index] = mark })
  def free = cells.each_index.select { |i| cells[i].nil? }
  def full? = cells.none?(&:nil?)

  def winner
    LINES.each do |a, b, c|
      return cells[a] if cells[a] && cells[a] == cells[b] && cells[b] == cells[c]
    end
    nil
  end

  def over? = !!winner || full?

  def to_s
    cells.map { |c| c || "." }.each_slice(3).map { |row| row.join(" ") }.join("\n")
  end
end

class Player
  attr_reader :mark, :visited

  def initialize(mark)
    @mark = mark
    @other = mark == :X ? :O : :X
    @visited = 0
    @memo = {}
  end

  def choose(board) = board.free.max_by { |i| [score(board.play(i, mark), @other), -i] }

  private

  def score(board, turn)
    @memo[[board.cells, turn]] ||= begin
      @visited += 1
      case board.winner
      when mark then 10 - board.cells.compact.size
      when @other then board.cells.compact.size - 10
      else
        if board.full?
          0
        else
          scores = board.free.map { |i| score(board.play(i, turn), turn == :X ? :O : :X) }
          turn == mark ? scores.max : scores.min
        end
      end
    end
  end
end

board = Board.new([:X, nil, nil, nil, :O, nil, nil, nil, :X])
players = [Player.new(:O), Player.new(:X)].cycle
until board.over?
  player = players.next
  index = player.choose(board)
  board = board.play(index, player.mark)
  puts "#{player.mark} plays #{index}", board
end
puts board.winner ? "#{board.winner} wins" : "draw"

trap = Board.new([:X, :X, nil, :O, :O, nil, nil, nil, nil])
puts Player.new(:X).choose(trap), Player.new(:O).choose(trap)
