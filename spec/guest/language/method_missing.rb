# == Builders and records
# method_missing with respond_to_missing?: XML builder, ghost finder, open record, recording proxy.
class XmlBuilder
  def initialize(indent: 2)
    @out = []
    @depth = 0
    @indent = indent
  end

  def method_missing(name, content = nil, **attributes, &block)
    tag = name.to_s.delete_suffix("!").tr("_", "-")
    attrs = attributes.map { |key, value| %( #{key}="#{escape(value)}") }.join
    if block
      line "<#{tag}#{attrs}>"
      @depth += 1
      result = block.arity.zero? ? instance_eval(&block) : block.call(self)
      line escape(result) if result.is_a?(String)
      @depth -= 1
      line "</#{tag}>"
    elsif content.nil?
      line "<#{tag}#{attrs}/>"
    else
      line "<#{tag}#{attrs}>#{escape(content)}</#{tag}>"
    end
    self
  end

  def respond_to_missing?(name, include_private = false) = !name.to_s.start_with?("to_") || super
  def to_s = @out.join("\n")

  private

  def line(text) = @out << " " * (@depth * @indent) + text
  def escape(value) = value.to_s.gsub(/[&<>"]/, "&" => "&amp;", "<" => "&lt;", ">" => "&gt;", '"' => "&quot;")
end

xml = XmlBuilder.new
xml.catalog(version: "1.0") do |c|
  c.book(id: 1) do
    title "Fish & Chips"
    author "A <b> C", born: 1970
    in_print
  end
  c.note! { "said \"hi\"" }
end
puts xml

class Ghosts
  PEOPLE = [{ name: "Ann", age: 31 }, { name: "Bob", age: 25 }, { name: "Cyd", age: 31 }].freeze

  def self.method_missing(name, *args)
    case name.to_s
    when /\Afind_by_(\w+)\z/
      keys = $1.split("_and_").map(&:to_sym)
      PEOPLE.find { |person| person.values_at(*keys) == args }
    when /\Acount_(\w+)_(over|under)\z/
      key, over = $1.to_sym, $2 == "over"
      PEOPLE.count { |person| over ? person[key] > args[0] : person[key] < args[0] }
    else super
    end
  end

  def self.respond_to_missing?(name, *) = name.match?(/\A(find_by_|count_)/) || super
end
p Ghosts.find_by_name("Bob").to_a, Ghosts.find_by_age_and_name(31, "Cyd")[:name], Ghosts.find_by_name("Zed"), Ghosts.count_age_over(30), Ghosts.count_age_under(30)
p Ghosts.respond_to?(:find_by_age), Ghosts.respond_to?(:lose_by_age), Ghosts.method(:find_by_age).call(25)[:name]
begin
  Ghosts.lose_by_age(1)
rescue NoMethodError => e
  p e.name, e.args, e.receiver == Ghosts, e.is_a?(NameError)
end

class OpenRecord
  def initialize(**values) = @values = values

  def method_missing(name, *args)
    key = name.to_s
    if key.end_with?("=") then @values[key.chomp("=").to_sym] = args.fetch(0)
    elsif key.end_with?("?") then !!@values[key.chop.to_sym]
    elsif @values.key?(name) then @values[name]
    else super
    end
  end

  def respond_to_missing?(name, all = false) = @values.key?(name.to_s.sub(/[=?]\z/, "").to_sym) || name.end_with?("=") || super
end
record = OpenRecord.new(size: 3)
record.color = :red
record.size += 1
p record.size, record.color?, record.weight?, record.respond_to?(:color), record.respond_to?(:weight), record.method(:size).call, (record.weight rescue "no weight")
p [record, record].map(&:size), record.public_send(:color=, :blue), record.color, record.then(&:color)

class Recorder < BasicObject
  def initialize(target) = (@target, @calls = target, [])
  def __calls = @calls

  def method_missing(name, *args, **opts, &block)
    @calls << [name, args.size, block ? true : false]
    @target.__send__(name, *args, **opts, &block)
  end

  def respond_to_missing?(*) = true
end
list = Recorder.new([3, 1, 2])
p list.sort, list.map { |x| x * 2 }, list.push(5).size, list == [3, 1, 2, 5], list.__calls

# == Proxies and delegation
# method_missing, respond_to_missing?, delegation and dynamic finders.
class Recorder
  def initialize(target)
    @target = target
    @log = []
  end
  attr_reader :log

  def method_missing(name, *args, **opts, &block)
    return super unless @target.respond_to?(name)

    @log << [name, args.size, !block.nil?]
    @target.public_send(name, *args, **opts, &block)
  end

  def respond_to_missing?(name, priv = false) = @target.respond_to?(name, priv) || super
end

list = Recorder.new([3, 1, 2])
puts list.sort.inspect, list.map { |x| x * 2 }.inspect, list.first(2).inspect
puts list.respond_to?(:push), list.respond_to?(:nothing)
puts list.log.inspect
begin
  list.nothing
rescue NoMethodError => e
  puts e.class, e.name.inspect, e.is_a?(NameError)
end
puts list.method(:size).call

class Table
  ROWS = [{ name: "a", age: 1 }, { name: "b", age: 2 }, { name: "b", age: 3 }].freeze

  def self.method_missing(name, *values)
    text = name.to_s
    if text.start_with?("find_by_")
      fields = text.delete_prefix("find_by_").split("_and_").map(&:to_sym)
      ROWS.find { |row| fields.zip(values).all? { |f, v| row[f] == v } }&.values
    elsif text.end_with?("?")
      ROWS.any? { |row| row[:name] == text.chomp("?") }
    else
      super
    end
  end

  def self.respond_to_missing?(name, _ = false) = name.to_s.start_with?("find_by_") || super
end
puts Table.find_by_name("b").inspect, Table.find_by_name_and_age("b", 3).inspect, Table.find_by_age(9).inspect
puts Table.b?, Table.z?, Table.respond_to?(:find_by_x), Table.respond_to?(:other)

class OpenRecord
  def initialize(**values) = @values = values

  def method_missing(name, *args)
    if name.end_with?("=") then @values[name.to_s.chomp("=").to_sym] = args.first
    elsif @values.key?(name) then @values[name]
    else super
    end
  end

  def respond_to_missing?(name, all = false) = name.end_with?("=") || @values.key?(name) || super
end
o = OpenRecord.new(color: "red")
o.size = 3
o.size += 4
puts o.color, o.size, o.respond_to?(:size), o.respond_to?(:weight)
puts (o.weight rescue "none")

# == By send
class Told
  def method_missing(name, *args, **options, &block) = [name, args, options.to_a, block&.call]
  def respond_to_missing?(*) = true
  def real(*args, **options, &block) = [:real, args, options.to_a, block&.call]

  private

  def hidden(*args, **options, &block) = [:hidden, args, options.to_a, block&.call]
end

class Hands
  def initialize(object) = @object = object
  def method_missing(name, ...) = @object.public_send(name, ...)
  def respond_to_missing?(*) = true
end

class HandsOn
  def initialize(object) = @object = object
  def method_missing(name, *args, **options, &block) = @object.public_send(name, *args, **options, &block)
  def respond_to_missing?(*) = true
end

told = Told.new
options = { b: 1 }
few = [1, 2]
many = (1..20).to_a
block = proc { 9 }
%i[public_send send __send__].each do |by|
  %i[other real hidden].each do |name|
    p told.__send__(by, name), told.__send__(by, name, 1, b: 1) { 4 }, told.__send__(by, name, *few, **options) { 4 },
      told.__send__(by, name, *few, &block), told.__send__(by, name, **options, &block),
      told.__send__(by, name, *many, **options, &block), told.__send__(by, name, **{})
  end
end
p told.public_send(:other, *few, **options) { 4 }, told.send(:other, *many, **options, &block)
p told.send(*[:other, 1], **options) { 4 }, told&.public_send(:other, 1, &block)
p Hands.new(told).other(1, b: 2) { 3 }, Hands.new(told).real(*few, **options, &block)
p HandsOn.new(HandsOn.new(told)).other(1, b: 2) { 3 }, HandsOn.new(Hands.new(told)).other(*many, b: 2) { 3 }
p Hands.new([3, 1, 2]).sort_by { |x| -x }, HandsOn.new({ a: 1 }).fetch(:b) { 4 }, HandsOn.new("abc").sub("b", &:upcase)
p [told].map(&:other), [Hands.new(told)].each_with_object(1).map(&:other)
p (Object.new.public_send(:nothing, 1) rescue $!.class), (Object.new.send(:nothing) { 1 } rescue $!.class)
