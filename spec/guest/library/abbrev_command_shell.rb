require 'abbrev'

COMMANDS = %w[list load look quit query].freeze
TABLE = Abbrev.abbrev(COMMANDS)

p TABLE.keys.sort
p TABLE['lis'], TABLE['l'], TABLE['lo'], TABLE['qui']
p %w[car cone].abbrev, %w[car box cone crab].abbrev(/^.*o/), %w[car box cone crab].abbrev('c')
p Abbrev.abbrev([]), Abbrev.abbrev(%w[a ab abc]), Abbrev.abbrev(['']), Abbrev.abbrev(%w[same same])

class Shell
  def initialize
    @items = []
  end

  def run(line)
    word, *args = line.split
    name = TABLE.fetch(word) { return complain(word) }
    send(name, *args)
  rescue ArgumentError => e
    "#{name}: #{e.message}"
  end

  private

  def complain(word)
    close = COMMANDS.select { |c| c.start_with?(word.to_s) }
    close.empty? ? "unknown: #{word.inspect}" : "#{word} is ambiguous: #{close.join(', ')}"
  end

  def load(*things) = @items.concat(things).size.then { |n| "#{n} loaded" }
  def list = @items.empty? ? 'nothing' : @items.join(', ')
  def look(index) = @items.fetch(Integer(index)) { "no item #{index}" }
  def query(text) = @items.grep(/#{Regexp.escape(text)}/).inspect
  def quit = 'bye'
end

shell = Shell.new
['loa apple pear', 'li', 'loo 1', 'loo 7', 'loo x', 'loo', 'l', 'que pp', 'qu', 'zap', 'qui now', 'qui', ''].each do |line|
  puts "> #{line}", shell.run(line)
end

shortest = TABLE.group_by(&:last).transform_values { |pairs| pairs.map(&:first).min_by(&:length) }
p shortest
begin
  Abbrev.abbrev([1, 2])
rescue NoMethodError => e
  puts e.class
end
