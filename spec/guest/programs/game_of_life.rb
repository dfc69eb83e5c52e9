class Life
  def initialize(rows)
    @cells = {}
    rows.each_with_index do |row, y|
      row.each_char.with_index { |c, x| @cells[[x, y]] = true if c == "#" }
    end
    @width = rows.map(&:length).max
    @height = rows.length
  end

  def step
    counts = Hash.new(0)
    @cells.each_key { |x, y| neighbours(x, y) { |cell| counts[cell] += 1 } }
    @cells = counts.select { |cell, n| n == 3 || (n == 2 && @cells[cell]) }.transform_values { true }
    self
  end

  def alive = @cells.size

  def to_s
    (0...@height).map do |y|
      (0...@width).map { |x| @cells[[x, y]] ? "#" : "." }.join
    end.join("\n")
  end

  private

  def neighbours(x, y)
    (-1..1).each do |dy|
      (-1..1).each do |dx|
        next if dx.zero? && dy.zero?

        yield [(x + dx) % @width, (y + dy) % @height]
      end
    end
  end
end

glider = Life.new([
  ".#......",
  "..#.....",
  "###.....",
  "........",
  "........",
  "........"
])
5.times do |generation|
  puts "generation #{generation}, #{glider.alive} alive", glider
  glider.step
end

blinker = Life.new(%w[..... ..#.. ..#.. ..#.. .....])
before = blinker.to_s
puts blinker.step.to_s != before, blinker.step.to_s == before

def rule(number, width, steps)
  row = Array.new(width, 0)
  row[width / 2] = 1
  steps.times do
    puts row.map { |c| c == 1 ? "*" : " " }.join.rstrip
    row = row.each_index.map do |i|
      pattern = row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]
      number[pattern]
    end
  end
end
rule(90, 31, 12)
