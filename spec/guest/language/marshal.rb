# == Deep copies
class Point
  attr_accessor :x, :y, :tags

  def initialize(x, y) = (@x, @y, @tags = x, y, [])
  def ==(other) = other.is_a?(Point) && [x, y, tags] == [other.x, other.y, other.tags]
end

def copy(object) = Marshal.load(Marshal.dump(object))

board = { name: "board", points: [Point.new(1, 2), Point.new(3.5, 2**70)], range: 1..9, "é" => :é, nil => [true, false, nil] }
board[:points][0].tags << "first" << board
twin = copy(board)
p twin.keys, twin[:points].map(&:x), twin[:points][1] == board[:points][1], twin[:points][0].tags[1].equal?(twin)
twin[:points][0].tags[0] << "!"
p board[:points][0].tags[0], twin[:points][0].tags[0]
shared = "text"
one, other = copy([shared, shared])
p one.equal?(other), one.equal?(shared), one.encoding, copy(shared.b).encoding, copy(:sym).equal?(:sym)
loop_ = []
loop_ << loop_
p copy(loop_)

Pair = Struct.new(:left, :right)
Named = Struct.new(:name, keyword_init: true)
p copy(Pair.new(1, Pair.new([2], nil))), copy(Named.new(name: "n")), copy(Named.new(name: "n")) == Named.new(name: "n")
p copy([1.5, -0.0, 1e300, 1e-300, Float::INFINITY, 0.1 + 0.2, 100.0, 12345678.9]), copy(Float::NAN).nan?
p copy([0, 255, -256, 2**30, -2**30 - 1, 2**62, 2**64, -2**100, Rational(3, -4), Complex(1, 2.5)])
p copy([/a+b/mi, /é/, "a".."c", (1...), (..5)]), copy(Comparable), copy(Point), copy(Math::DomainError)
h = Hash.new(7)
h[:a] = 1
p copy(h)[:none], copy(h), copy({}.compare_by_identity).compare_by_identity?
require "set"
p copy(Set[1, [2], "c"]), copy(Set[3]).include?(3), copy(Set.new).add(1).size

# == As bytes
require "set"
class Box; def initialize(*items) = @items = items; end
class Lines < Array; end
class Text < String; end
class Table < Hash; end
module Loud; end
module Proud; end
Pair = Struct.new(:left, :right)
[
  nil, true, false, 0, 1, -1, 122, 123, -123, -124, 255, 256, -256, -257, 65_536, 2**30 - 1, 2**30, -2**30, -2**30 - 1, 2**31, 2**62, 2**64, -2**90,
  1.0, -1.5, 0.0, -0.0, 1e100, 1.0e-5, 0.0001, 1e16, 1e15, 123_456.789, 1.0 / 3, Float::MAX, Float::MIN, Float::INFINITY, -Float::INFINITY, Float::NAN,
  :sym, :"two words", :é, [:a, :a, :é, :é], "text", "é", "\xff".b, "a".encode("UTF-16LE"), "a".dup.force_encoding("US-ASCII"), "\xe9".dup.force_encoding("ISO-8859-1"),
  ["x".encode("UTF-16BE"), "y".encode("UTF-16BE")], [], [1, [2, [3]]], {}, { a: 1, "b" => [2] }, Hash.new(5), { 1 => 2 }.compare_by_identity,
  1..2, "a"..."b", (1..), Rational(1, 3), Complex(1, -2), /a/, /b/mix, /é/, %r{/}, String, Comparable, Process::Tms, Encoding::UTF_8,
  Box.new(1, "two"), Box.new, Lines[1, 2], Text.new("t"), Table[1, 2], Pair.new(1, nil), Set[1, 2], Object.new.extend(Loud), [].extend(Loud, Proud), "s".dup.extend(Loud),
  [2**40, 2**40, "x"], [1.5, 1.5], [1e100, 1e100], "ivar".dup.tap { |s| s.instance_variable_set(:@a, [1]) }, [0].tap { |a| a.instance_variable_set(:@b, a) },
  StandardError.new("wrong"), ArgumentError.new, KeyError.new("k", receiver: {}, key: :a), StopIteration.new("s"), [Object, Object, Kernel]
].each { |object| p Marshal.dump(object) }
big = Array.new(300) { |i| i.even? ? i : "item #{i}" }
p Marshal.dump(big).bytesize, Marshal.dump("a" * 70_000)[0, 12], Marshal.load(Marshal.dump(big)) == big
p Marshal.dump("x").encoding, Marshal::MAJOR_VERSION, Marshal::MINOR_VERSION

# == Times
moments = [Time.at(0, 123_456_789, :nsec, in: "+05:30"), Time.utc(2024, 2, 29, 23, 59, 58), Time.at(Rational(1, 3)).utc, Time.at(-1.5).utc, Time.new(2000, 1, 1, 0, 0, 0, "-08:00"),
           Time.utc(1800), Time.utc(99_999, 12, 31), Time.at(0, 5, :microsecond, in: "+00:01")]
moments.each do |time|
  bytes = Marshal.dump(time)
  twin = Marshal.load(bytes)
  p bytes, twin, twin == time, twin.utc?, twin.utc_offset, twin.subsec
end
a, b = Marshal.load(Marshal.dump([moments[0]] * 2))
p a.equal?(b)
noted = Time.utc(2020)
noted.instance_variable_set(:@note, "n")
p Marshal.load(Marshal.dump(noted)).instance_variable_get(:@note)

# == Objects that say how
class Counter
  attr_reader :count

  def initialize(count) = @count = count
  def marshal_dump = { count: @count, self: self }
  def marshal_load(data) = (@count, @same = data[:count], data[:self].equal?(self))
end
p Marshal.dump(Counter.new(3)), Marshal.load(Marshal.dump(Counter.new(3))).instance_variables
class Plain
  attr_reader :text

  def initialize(text) = @text = text
  def _dump(level) = "#{@text}:#{level}"
  def self._load(text) = new(text)
end
p Marshal.dump(Plain.new("p")), Marshal.load(Marshal.dump([Plain.new("q"), 1], 9))[0].text
x = Plain.new("r")
p Marshal.load(Marshal.dump([x, x])).then { |m, n| m.equal?(n) }
class Hidden
  def initialize = @shown = 1
  private

  def marshal_dump = [1]
  def marshal_load(data) = @loaded = data
end
p Marshal.load(Marshal.dump(Hidden.new)).instance_variables
class Both
  def marshal_dump = :one
  def marshal_load(data) = @data = data
  def _dump(_) = "other"
end
p Marshal.dump(Both.new)
class Silent
  def respond_to?(name, all = false) = name == :marshal_dump ? false : super
  def marshal_dump = raise("not asked")
end
p Marshal.dump(Silent.new)
class Made
  def initialize = raise("not called")
end
p Marshal.load("\x04\bo:\tMade\x06:\a@ai\x06").instance_variables
class Keys < Struct.new(:a)
  def initialize(*) = (super; @made = true)
end
p Marshal.load(Marshal.dump(Keys.new(1))).instance_variables
class Odd < Array
  def <<(item) = super(item * 2)
  def push(*) = raise("not called")
  def each = raise("not called")
end
p Marshal.load(Marshal.dump(Odd[1, 2])).size

# == What has no bytes
def tell
  puts "#{yield.inspect}"
rescue StandardError => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end
require "stringio"
require "monitor"
[proc {}, method(:puts), [].each, [1].lazy, 1.step(5, 2), Fiber.new {}, StringIO.new, $stdout, "a".match(/a/), Mutex.new, Queue.new, ConditionVariable.new, Monitor.new,
 Class.new, Module.new, Class.new.new, Class.new(Array).new, Struct.new(:a).new(1), Hash.new { 1 }, Object.new.tap { |o| def o.x = 1 }, Object.new.singleton_class,
 Object.new.extend(Module.new), self, binding, [1, [proc {}]], { a: -> {} }, Kernel.instance_method(:puts), Thread.current].each { |object| tell { Marshal.dump(object) } }
class Same; def marshal_dump = Same.new; end
class Number; def _dump(_) = 5; end
tell { Marshal.dump(Same.new) }
tell { Marshal.dump(Number.new) }
Gone = Class.new
gone = Gone.new
Object.__send__(:remove_const, :Gone)
tell { Marshal.dump(gone) }
Gone = Class.new
tell { Marshal.dump(gone) }
tell { Marshal.dump([[[1]]], 3) }
tell { Marshal.dump([[[1]]], 4) }
tell { Marshal.dump("x", Object.new) }
tell { Marshal.dump("x", nil) }
tell { Marshal.dump }
tell { Marshal.load(5) }
tell { Marshal.load(nil) }

# == What is no dump
def tell(bytes, *rest, **options)
  puts "#{bytes[0, 20].inspect}: #{Marshal.load(bytes, *rest, **options).inspect}"
rescue StandardError => e
  puts "#{bytes[0, 20].inspect}: #{e.class}: #{e.message}"
end
class Known; end
module Apart; end
Pair = Struct.new(:left, :right)
["", "\x04", "\x04\x08", "\x04\x09i\x06", "\x03\x00i\x06", "\x04\x07i\x06", "\x04\bi", "\x04\bi\x02\x01", "\x04\bx", "\x04\b\"\x0aabc", "\x04\b[\x07i\x06", "\x04\b{\x06i\x06", "\x04\b@\x06",
 "\x04\b[\x06@\x07", "\x04\b;\x06", "\x04\b[\x07:\x06a;\x06", "\x04\bo:\x09Nope\x00", "\x04\bo:\x0bString\x00", "\x04\bo:\x0bComparable\x00"[0, 9], "\x04\bo:\x0aApart\x00", "\x04\bo:\x0aKnown\x06:\x07@a", "\x04\bo\"\x06a",
 "\x04\bc\x0aKnown", "\x04\bc\x0aApart", "\x04\bm\x0aApart", "\x04\bm\x0aKnown", "\x04\bM\x0aKnown", "\x04\bc\x09Nope", "\x04\bc\x0dApart::X", "\x04\bS:\x09Pair\x06:\x09lefti\x06", "\x04\bS:\x09Pair\x07:\x06ai\x06:\x06bi\x06",
 "\x04\bS:\x0aKnown\x00", "\x04\bU:\x0aKnowni\x06", "\x04\bu:\x0aKnown\x06a", "\x04\bC:\x0aKnown\"\x06a", "\x04\bC:\x0aArray\"\x06a", "\x04\be:\x0aApart\"\x06a", "\x04\bI\"\x06a\x06:\x06ET", "\x04\bI:\x07\xc3\xa9\x06:\x06ET", "\x04\bf\x0b1.25",
 "\x04\bf\x06x", "\x04\bl+\x06\x01\x00", "\x04\bl-\x07\x00\x00\x01\x00", "\x04\bl+\x09\x01", "\x04\b[\xfa", "\x04\b\"\xfa", "\x04\b/\x06a\x00", "\x04\b/\x06(\x00", "\x04\bU:\x0dRational[\x06i\x06", "\x04\bU:\x0dRational[\x07i\x06i\x00", "\x04\bU:\x0cComplex[\x07i\x06i\x07",
 "\x04\bo:\x0aRange\x08:\x09exclF:\x0abegini\x06:\x08endi\x07", "\x04\bIu:\x09Time\x06a\x00", "\x04\bi\x06rest"].each { |bytes| tell(bytes.b) }
50.times do |i|
  bytes = Marshal.dump([1, "two", { three: [4.5, :six] }, Pair.new(7, nil)])
  Marshal.load(bytes[0, i + 1])
  puts "#{i}: loaded"
rescue ArgumentError => e
  puts "#{i}: #{e.message}"
end

# == As they are loaded
require "stringio"
bytes = Marshal.dump([1, "two", { three: 4.5 }, [1..2]])
seen = []
p Marshal.load(bytes, ->(object) { seen << object.class; object.is_a?(Integer) ? object + 1 : object })
p seen
p Marshal.load(bytes, proc { |object| object.is_a?(String) ? object.upcase : object })
frozen = Marshal.load(bytes, freeze: true)
p frozen.frozen?, frozen[1].frozen?, frozen[2].frozen?, Marshal.load(Marshal.dump([String]), freeze: true)[0].frozen?
p Marshal.load(Marshal.dump(%w[same same]), freeze: true).then { |a, b| a.equal?(b) }
io = StringIO.new("".b)
p Marshal.dump(1, io).equal?(io), Marshal.dump([2], io).equal?(io)
io.rewind
p Marshal.load(io), Marshal.load(io), (Marshal.load(io) rescue $!.class)
p Marshal.restore(Marshal.dump(:again))
p Marshal.load("\x04\b[\x07I\"\x06a\x06:\x06ET@\x06", nil)

# == Decimals and dates
require "bigdecimal"
require "date"
%w[1.5 0 -0 NaN -Infinity 123456789012345678901234567890 1e-20 1e20 123.456 24999.99 1234567890 -0.00001].each do |text|
  bytes = Marshal.dump(BigDecimal(text))
  p bytes, Marshal.load(bytes)
end
[Date.new(2024, 2, 29), Date.new(-5000, 1, 1), Date.new(1000, 1, 1, Date::GREGORIAN), DateTime.new(2024, 2, 29, 12, 30, 15.5, "+09:00"), DateTime.new(2000, 1, 1, 23, 0, 0, "-05:00"), Date.new(600_000, 3, 4)].each do |date|
  bytes = Marshal.dump(date)
  twin = Marshal.load(bytes)
  p bytes, twin, twin == date, twin.start
end
module Outer; end
class Inner; end
p((Marshal.load("\x04\bo:\x11Outer::Inner\x00") rescue $!))

# == Decimals that are short already
[0.5, 12.0, -12.0, 10.0, 120.0, 100.25, 1230.5, -2.5, 1e15, 1e16, 123_456_789.125, 9_007_199_254_740_992.0].each do |number|
  p Marshal.dump(number), Marshal.load(Marshal.dump(number)) == number
end
["Foo", "foo", "Foo::", "Comparable", "RUBY_VERSION", "String::Foo"].each do |name|
  p((Marshal.load("\x04\bo:#{(name.size + 5).chr}#{name}\0") rescue $!))
end
