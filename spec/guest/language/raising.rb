# == How raise makes exceptions, and from where it is called
class Plain < StandardError; end
class Worded < StandardError
  def initialize(what = "nothing") = super("no #{what}")
end
class Counted < StandardError
  class << self
    attr_accessor :made

    def new(*) = super.tap { self.made = made.to_i + 1 }
  end
end
class Kept < StandardError
  KEPT = new("kept")
  def self.new(*) = KEPT
end
class Asked
  def exception(text = "asked") = ArgumentError.new(text)
end
class WithData < StandardError
  attr_reader :data

  def initialize(text, data: nil)
    super(text)
    @data = data
  end
end
[[Plain], [Plain, "text"], [Plain, nil], [Plain, 5], [Worded], [Worded, "reason"], [Counted, "x"], [Counted], [Kept, "y"],
 [Asked.new], [Asked.new, "text"], [Plain.new("a"), "b"], ["text"], [5], [nil], [Object], [Class], [Plain, "t", ["here"]],
 [Worded, 1, nil]].each do |arguments|
  raise(*arguments)
rescue StandardError => e
  p [e.class, e.message, e.backtrace == ["here"]]
end
p Counted.made, Kept::KEPT.message
begin
  raise WithData.new("data", data: { a: 1 })
rescue WithData => e
  p e.data, e.full_message(highlight: false).lines.size
end

def refuse(*arguments) = raise(*arguments)
ways = {
  method: -> { refuse Plain, "method" }, send: -> { send(:raise, Plain, "send") },
  public_send: -> { public_send(:refuse, "public") }, object: -> { method(:raise).call(Plain, "object") },
  kernel: -> { Kernel.raise(Plain, "kernel") }, symbol: -> { %w[a b].each(&method(:raise)) },
  block: -> { [1, 2].map { |i| raise Plain, "block #{i}" } }, sort: -> { [2, 1].sort { raise Plain, "sort" } },
  fiber: -> { Fiber.new { raise Plain, "fiber" }.resume }, to_s: -> { "#{Class.new { def to_s = raise(Plain, "to_s") }.new}" },
  missing: -> { Class.new { def method_missing(name) = raise(Plain, name.to_s) }.new.thing },
  ensure: -> { begin; 1; ensure; raise Plain, "ensure"; end }, again: -> { begin; raise Plain, "first"; rescue; raise; end },
  defined: -> { Class.new { define_method(:go) { raise Plain, "defined" } }.new.go },
  lazy: -> { (1..3).lazy.map { |i| raise Plain, "lazy #{i}" }.first }, hash: -> { Hash.new { |_, key| raise Plain, key }["k"] },
  cause: -> { begin; raise "inner"; rescue; raise Plain, "outer"; end }
}
ways.each do |name, way|
  way.call
rescue StandardError => e
  puts "#{name}: #{e.class}, #{e.message}, #{e.cause.inspect}, #{e.backtrace.size.positive?}"
end
class Louder < Plain
  def self.raise(*) = super(self, "louder")
end
Louder.raise rescue p $!
module Noted
  def raise(*) = super.tap { puts "not reached" }
end
o = Object.new.extend(Noted)
o.raise(Plain, "noted") rescue p $!
def loops
  10.times do |i|
    begin
      raise Plain, i.to_s if i.even?
      next
    rescue Plain => e
      return e.message if i == 4
    ensure
      print i
    end
  end
end
puts loops
