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
