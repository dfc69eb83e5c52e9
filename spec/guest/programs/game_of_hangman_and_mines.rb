# frozen_string_literal: true

# Small games played by scripts: hangman, minesweeper, mastermind, connect four, sokoban, bingo, 2048.
class Hangman
  attr_reader :lives

  def initialize(word, lives: 5) = (@word, @lives, @tried = word, lives, [])

  def guess(letter)
    return "#{letter} again?" if @tried.include?(letter)

    @tried << letter
    @lives -= 1 unless @word.include?(letter)
    over? || "#{mask} (#{lives})"
  end

  def mask = @word.gsub(/[^#{Regexp.escape(@tried.join)} ]/, "_").then { |m| @tried.empty? ? @word.gsub(/\S/, "_") : m }
  def over? = @lives.zero? ? "lost, it was #{@word}" : (mask == @word ? "won" : nil)
end
game = Hangman.new("ruby gem")
puts game.mask, "eargrub".chars.map { |c| game.guess(c) }, Hangman.new("x", lives: 1).guess("y"), %w[y m].map { |c| game.guess(c) }

class Mines
  def initialize(map)
    @mines = map.lines(chomp: true).flat_map.with_index { |l, y| l.chars.each_with_index.filter_map { |c, x| [x, y] if c == "*" } }
    @height, @width = map.lines.size, map.lines.first.chomp.size
    @open = {}
  end

  def near(x, y) = [-1, 0, 1].product([-1, 0, 1]).map { |i, j| [x + i, y + j] }.select { |a, b| a.between?(0, @width - 1) && b.between?(0, @height - 1) && [a, b] != [x, y] }
  def count(x, y) = near(x, y).count { |c| @mines.include?(c) }

  def open(x, y)
    return self if @open.key?([x, y])
    raise "boom at #{x},#{y}" if @mines.include?([x, y])

    @open[[x, y]] = n = count(x, y)
    near(x, y).each { |c| open(*c) } if n.zero?
    self
  end

  def to_s = Array.new(@height) { |y| Array.new(@width) { |x| { nil => "#", 0 => "." }.fetch(@open[[x, y]]) { |n| n } }.join }.join("\n")
  def won? = @open.size == @width * @height - @mines.size
end
field = Mines.new("*....\n.....\n...*.\n.....\n")
puts field.open(4, 0), field.won?, (field.open(3, 2) rescue $!.message), field.open(0, 1).open(4, 3).open(3, 3).open(4, 2), field.won?

score = lambda do |secret, guess|
  exact = secret.chars.zip(guess.chars).count { |a, b| a == b }
  [exact, secret.chars.tally.sum { |c, n| [n, guess.count(c)].min } - exact]
end
p score.("RGBY", "RGYB"), score.("RRGB", "GRRR"), score.("AAAA", "BBBB")
solve = lambda do |secret|
  left = %w[A B C D].repeated_permutation(3).map(&:join)
  guesses = []
  until guesses.last == secret
    guesses << (guess = left.first)
    answer = score.(secret, guess)
    left.select! { |code| score.(code, guess) == answer && (code != guess || answer == [3, 0]) }
  end
  guesses
end
p solve.("CAB"), %w[A B C D].repeated_permutation(3).map { |c| solve.(c.join).size }.tally.sort

class ConnectFour
  def initialize = @columns = Array.new(7) { [] }
  def drop(column, player)
    raise ArgumentError, "column #{column} is full" if @columns.fetch(column).size == 6

    @columns[column] << player
    winner?(column, @columns[column].size - 1, player)
  end

  def winner?(x, y, player)
    [[1, 0], [0, 1], [1, 1], [1, -1]].any? do |dx, dy|
      [1, -1].sum { |s| (1..3).take_while { |k| (a = x + s * dx * k) >= 0 && (b = y + s * dy * k) >= 0 && @columns.dig(a, b) == player }.size } >= 3
    end
  end

  def to_s = 5.downto(0).map { |y| @columns.map { |c| c[y] || "." }.join(" ") }.join("\n")
end
board = ConnectFour.new
moves = [3, 3, 4, 4, 5, 5, 6]
result = moves.each_with_index.find { |c, i| board.drop(c, "XO"[i % 2]) }
puts board, "#{'XO'[result.last % 2]} wins with column #{result.first}"
begin
  7.times { board.drop(0, "Y") && break }
  4.times { |i| board.drop(0, "ZW"[i % 2]) }
rescue ArgumentError, IndexError => e
  puts e.message
end

level = ["#######", "#  .  #", "# $@$.#", "#     #", "#######"].map(&:dup)
push = lambda do |dir|
  dx, dy = { l: [-1, 0], r: [1, 0], u: [0, -1], d: [0, 1] }.fetch(dir)
  y, x = level.each_with_index.filter_map { |l, i| (j = l =~ /[@+]/) && [i, j] }.first
  ahead, beyond = level[y + dy][x + dx], level.dig(y + 2 * dy)&.[](x + 2 * dx)
  next "bump" if ahead == "#" || ("$*".include?(ahead) && !" .".include?(beyond.to_s))

  level[y + 2 * dy][x + 2 * dx] = beyond == "." ? "*" : "$" if "$*".include?(ahead)
  level[y + dy][x + dx] = ".*".include?(ahead) ? "+" : "@"
  level[y][x] = level[y][x] == "+" ? "." : " "
  level.none? { |l| l.include?("$") } ? "solved" : "ok"
end
puts %i[r r r d d l l l u u].map(&push).join(" "), level
slide = ->(row) { tiles = row.reject(&:zero?); out = []; (a, *tiles = tiles; tiles.first == a ? (out << a * 2; tiles.shift) : out << a) until tiles.empty?; out + [0] * (row.size - out.size) }
grid = [[2, 2, 4, 0], [0, 4, 0, 4], [2, 2, 2, 2], [8, 0, 0, 8]]
p grid.map(&slide), grid.map { |r| slide.(r.reverse).reverse }, grid.transpose.map(&slide).transpose, slide.([0, 0, 0, 0])
card = (0..4).map { |c| [*1..15].shuffle(random: Random.new(c)).first(5).map { |n| n + c * 15 }.sort }.transpose
puts card.map { |r| r.map { |n| n.to_s.rjust(2) }.join(" ") }
drawn = (1..75).to_a.shuffle(random: Random.new(9))
wins = [*card, *card.transpose, (0..4).map { |i| card[i][i] }, (0..4).map { |i| card[i][4 - i] }]
p (1..75).find { |n| wins.any? { |line| (line - drawn.first(n)).empty? } }
