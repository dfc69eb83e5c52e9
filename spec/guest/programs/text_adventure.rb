# frozen_string_literal: true

class Adventure
  Room = Struct.new(:name, :text, :exits, :items, keyword_init: true) do
    def initialize(exits: {}, items: [], **rest) = super
  end
  OPPOSITE = { north: :south, south: :north, east: :west, west: :east, up: :down, down: :up }.freeze
  SHORT = OPPOSITE.keys.to_h { |d| [d[0].to_sym, d] }.freeze

  def self.world(&block) = new.tap { |game| game.instance_eval(&block) }

  def initialize
    @rooms = {}
    @bag = []
    @locked = {}
    @turns = 0
    @commands = self.class.instance_method(:commands).bind(self).call
  end

  def room(id, name = id.to_s.capitalize, text:, items: [], **exits)
    @rooms[id] = Room.new(name: name, text: text.strip, items: items.dup)
    exits.each { |dir, to| @rooms[id].exits[dir] = to }
    @here ||= id
  end

  def lock(from, dir, with:) = @locked[[from, dir]] = with
  def link = @rooms.each { |id, r| r.exits.each { |dir, to| @rooms.fetch(to).exits[OPPOSITE.fetch(dir)] ||= id } }

  def commands
    {
      /\A(?:go )?(north|south|east|west|up|down|[nsewud])\z/ => ->(dir) { go(SHORT.fetch(dir.to_sym, dir.to_sym)) },
      /\A(?:take|get|pick up) (?:the )?(.+)\z/ => method(:take), /\Adrop (.+)\z/ => method(:drop), /\A(?:i|inventory)\z/ => -> { @bag.empty? ? "You carry nothing." : "You carry #{list(@bag)}." },
      /\A(?:l|look)\z/ => -> { look }, /\Ause (\w+)(?: on (\w+))?\z/ => ->(what, on) { use(what, on) }, /\A(?:q|quit)\z/ => -> { throw :quit, "You leave after #{@turns} turns." }
    }
  end

  def play(script)
    catch(:quit) do
      script.each_line(chomp: true) do |line|
        @turns += 1
        puts "> #{line}", execute(line.downcase.strip)
      end
      "The story stops in the #{here.name}."
    end
  end

  private

  def here = @rooms[@here]
  def list(things) = things.size < 2 ? things.first.to_s : "#{things[0..-2].join(', ')} and #{things[-1]}"

  def execute(line)
    @commands.each { |pattern, action| (m = pattern.match(line)) and return action.call(*m.captures) }
    "I do not know how to #{line.split.first.inspect}."
  end

  def look
    parts = [here.name.upcase, here.text]
    parts << "You see #{list(here.items.map { |i| "a #{i}".sub(/\Aa (?=[aeiou])/, 'an ') })}." if here.items.any?
    parts << "Exits: #{here.exits.keys.sort.join(', ')}."
    parts.join("\n")
  end

  def go(dir)
    to = here.exits[dir] or return "You cannot go #{dir}."
    return "It is locked." if @locked.key?([@here, dir])

    @here = to
    look
  end

  def take(item)
    return "There is no #{item} here." unless (found = here.items.delete(item))

    @bag.push(found)
    "Taken: #{item}."
  end

  def drop(item) = @bag.delete(item)&.then { |i| here.items << i; "Dropped: #{i}." } || "You have no #{item}."

  def use(what, on)
    return "You have no #{what}." unless @bag.include?(what)

    dir, = @locked.find { |(room, _), key| room == @here && key == what }
    return "Nothing happens#{" to the #{on}" if on}." unless dir

    @locked.delete(dir)
    "Click. The way #{dir.last} is open."
  end
end

game = Adventure.world do
  room :hall, text: "A dusty hall.", items: %w[lamp apple], north: :library, down: :cellar
  room :library, "Old library", text: <<~T, items: ["key"]
    Shelves up to the ceiling.
    Somebody left in a hurry.
  T
  room :cellar, text: "It is dark.", items: ["rusty sword"], east: :vault
  room :vault, text: "Gold!", items: %w[coin coin emerald]
  lock :cellar, :east, with: "key"
  link
end
puts game.play(<<~SCRIPT)
  look
  take lamp
  take the apple
  take moon
  n
  get key
  go south
  down
  east
  use key on door
  use apple
  drop apple
  drop apple
  pick up rusty sword
  e
  dance wildly
  inventory
  quit
  look
SCRIPT
