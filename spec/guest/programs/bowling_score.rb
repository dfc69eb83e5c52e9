class Game
  class InvalidRoll < ArgumentError; end

  def initialize(rolls = [])
    @frames = [[]]
    rolls.each { |pins| roll(pins) }
  end

  def roll(pins)
    raise InvalidRoll, "pins must be between 0 and 10, got #{pins}" unless (0..10).cover?(pins)
    raise InvalidRoll, "the game is over" if over?

    @frames << [] if frame_done?(@frames.last) && @frames.size < 10
    frame = @frames.last
    raise InvalidRoll, "#{frame.sum + pins} pins in one frame" if @frames.size < 10 && frame.sum + pins > 10

    frame << pins
    self
  end

  def over?
    return false if @frames.size < 10

    last = @frames.last
    last.size == 3 || (last.size == 2 && last.sum < 10)
  end

  def scores
    total = 0
    @frames.each_with_index.map do |frame, i|
      following = @frames[i + 1..].flatten
      bonus = if i == 9 then 0
              elsif strike?(frame) then following.first(2).sum
              elsif spare?(frame) then following.first.to_i
              else 0
              end
      total += frame.sum + bonus
    end
  end

  def score = scores.last

  def card
    marks = @frames.each_with_index.map { |frame, i| i == 9 ? frame.map { |n| n == 10 ? "X" : n.to_s }.join : mark(frame) }
    [marks.map { |m| m.center(5) }.join("|"), scores.map { |s| s.to_s.center(5) }.join("|")]
  end

  private

  def frame_done?(frame) = strike?(frame) || frame.size == 2
  def strike?(frame) = frame.first == 10
  def spare?(frame) = frame.size == 2 && frame.sum == 10

  def mark(frame)
    case frame
    in [10] then "X"
    in [a, b] if a + b == 10 then "#{a}/"
    in [a, b] then "#{a}#{b}".tr("0", "-")
    in [a] then a.to_s
    in [] then ""
    end
  end
end

games = {
  "gutter" => [0] * 20, "ones" => [1] * 20, "perfect" => [10] * 12, "spares" => [5] * 21,
  "mixed" => [10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1]
}
games.each { |name, rolls| puts "#{name.ljust(8)} #{Game.new(rolls).score}" }
puts Game.new(games["mixed"]).card, Game.new([3, 7, 4]).card
[[11], [-1], [6, 5], [0] * 21].each do |rolls|
  Game.new(rolls)
rescue Game::InvalidRoll => e
  puts "#{e.class}: #{e.message}"
end
puts Game.new([10] * 9).over?, Game.new([0] * 20).over?
