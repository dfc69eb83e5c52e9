# frozen_string_literal: true

RSpec.describe "Recursion that goes through functions in C" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 600, memory_limit: 256 << 20) }

  def outcome_of(code)
    sandbox.eval("begin\n#{code}\nrescue SystemStackError => e\ne.class.name\nend")
  end

  {
    "inspect" => ["def inspect = [self].inspect", "It.new.inspect"],
    "to_s in a string" => ["def to_s = [self].join", "\"\#{It.new}\""],
    "to_s in a format" => ['def to_s = format("%s", self)', "It.new.to_s"],
    "==" => ["def ==(other) = [self] == [other]", "It.new == It.new"],
    "!=" => ["def ==(other) = self != other", "It.new == 1"],
    "<=>" => ["def <=>(other) = [self] <=> [other]", "[It.new, It.new].sort"],
    "<=> of Comparable" => ["include Comparable\ndef <=>(other) = clamp(other, other) ? 0 : 1", "It.new < It.new"],
    "hash" => ["def hash = [self].hash", "It.new.hash"],
    "eql?" => ["def eql?(other) = [self].eql?([other])", "It.new.eql?(It.new)"],
    "===" => ["def ===(other) = [other].any?(self)", "case 1 when It.new then 1 end"],
    "coerce" => ["def coerce(_) = 1 + self", "1 + It.new"],
    "to_str" => ['def to_str = "a" + self', '"a" + It.new'],
    "to_ary" => ["def to_ary = [1] + self", "a, b = It.new"],
    "to_hash" => ["def to_hash = { a: 1 }.merge(self)", "{ **It.new }"],
    "to_int" => ["def to_int = [1, 2][self]", "[1, 2][It.new]"],
    "to_proc" => ["def to_proc = [1].each(&self)", "[1].map(&It.new)"],
    "a conversion that method_missing makes" => ["def method_missing(*) = [1][self]", "[1][It.new]"],
    "method_missing" => ["def method_missing(*) = [self].send(:each) { |it| it.other(1) }", "It.new.any"],
    "respond_to_missing?" => ["def respond_to_missing?(name, _) = respond_to?(:\"\#{name}x\")",
                              "It.new.respond_to?(:x)"],
    "const_missing" => ["def self.const_missing(name) = const_get(name)", "It::Other"],
    "inherited" => ["def self.inherited(sub) = Class.new(sub)", "Class.new(It)"],
    "method_added" => ["def self.method_added(name) = define_method(:\"x\#{name.size}\") { }",
                       "class It; def a = 1; end"],
    "initialize_copy" => ["def initialize_copy(other) = other.dup", "It.new.dup"],
    "deconstruct" => ["def deconstruct = (self in [a])", "It.new in [a]"],
    "a symbol as a block" => ["def zz = [self].map(&:zz)", "It.new.zz"],
    "sort_by" => ["def zz = [2, 1].sort_by { zz }", "It.new.zz"],
    "gsub" => ['def zz = "a".gsub(/a/) { zz }', "It.new.zz"],
    "eval" => ['def zz = eval("zz")', "It.new.zz"],
    "instance_exec" => ["def zz = instance_exec { zz }", "It.new.zz"],
    "method objects" => ["def zz = method(:zz).call", "It.new.zz"],
    "lazy enumerators" => ["def zz = (1..2).lazy.map { zz }.first", "It.new.zz"],
    "the default of a Hash" => ["H = Hash.new { |hash, key| hash[key + 1] }", "It::H[1]"],
    "to_json" => ["def to_json(*) = JSON.generate(self)", "JSON.generate([It.new])"],
    "pretty_print" => ["def pretty_print(q) = q.pp(It.new)", "It.new.pretty_inspect"]
  }.each do |kind, (body, call)|
    it "ends as a SystemStackError that a script rescues (#{kind})" do
      expect(outcome_of("class It\n#{body}\nend\n#{call}")).to eq("SystemStackError")
      expect(sandbox.eval("6 * 7")).to eq(42)
    end
  end

  it "is rescued by the method that asks for it, however full the stack is where it ends" do
    code = <<~RUBY
      class Object
        def zz = [self].map(&:zz)
      end
      def rescued
        yield
      rescue SystemStackError
        :rescued
      ensure
        @ensured += 1
      end
      def at(depth) = depth == 0 ? rescued { Object.new.zz } : at(depth - 1)
      @ensured = 0
      [Array.new(40) { |depth| at(depth) }.uniq, @ensured]
    RUBY
    outcomes = Array.new(12) { |count| sandbox.eval("#{Array.new(count) { |i| "v#{i} = 1\n" }.join}#{code}") }
    expect(outcomes.uniq).to eq([[[:rescued], 40]])
  end

  it "through values that hold one another has an end, too" do
    code = <<~RUBY
      x = []
      y = []
      50_000.times { x, y = [x], [y] }
      calls = [-> { x.inspect }, -> { x.hash }, -> { x.join }, -> { x == y }, -> { x <=> y }, -> { x.eql?(y) }]
      calls.count do |call|
        call.call
        true
      rescue SystemStackError
        true
      end
    RUBY
    expect(sandbox.eval(code)).to eq(6)
  end
end
