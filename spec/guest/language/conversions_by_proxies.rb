# Texts of objects that answer by method_missing, and Enumerables whose to_a is something else.
class Proxy < BasicObject
  def initialize(target) = @target = target
  def method_missing(name, ...) = @target.__send__(name, ...)
  def respond_to_missing?(*) = true
end
puts "#{Proxy.new("text")} and #{Proxy.new(5)}"
puts Proxy.new("line").to_s
class Silent < BasicObject; end
begin
  "#{Silent.new}"
rescue NoMethodError => e
  puts e.message
end

class Table
  include Enumerable
  def initialize(*rows) = @rows = rows
  def each(&) = @rows.each(&)
  def to_a = [:other]
end
table = Table.new(3, 1, 2)
p table.sort, table.sort { |a, b| b <=> a }, table.sort_by { |n| -n }, table.reverse_each.to_a, table.min_by { |n| n }
p table.entries, table.each_slice(2).to_a, table.group_by(&:odd?), table.to_set, table.zip([1, 2, 3]), table.max(2)
p table.each_cons(2).to_a, table.tally, table.inject(:+), table.partition(&:even?), table.first(2), table.drop(1)
p ["abcdef"].pack("m3"), ["x" * 90].pack("m").lines.map(&:size), ["abcde"].pack("m3"), [""].pack("m")
require "stringio"
class Never
  def ==(_other) = false
end
never = Never.new
p never == never, never != never, [never] == [never], [never].include?(never), never.equal?(never), never.eql?(never)
Warning = Struct.new(:text)
$stderr = StringIO.new
warn "told"
p Warning.new("mine").text
