# frozen_string_literal: true

require "delegate"
require "support/exposed_objects"

RSpec.describe "An enumerable object of the host" do
  include ExposedObjects

  numbers = Class.new do
    include Enumerable
    attr_reader :yielded

    def initialize(all) = @all = all

    def each
      @yielded = 0
      @all.each { |item| (@yielded += 1) && yield(item) }
      :ended
    ensure
      @closed = true
    end

    def closed? = @closed ? true : false
    def count(...) = 1000
    def secret = "hunter2"
    def sort_by = raise("the host's own")
  end
  bare = Class.new do
    def initialize(all) = @all = all
    def each(&) = @all.each(&)
    def hash_pairs = 1
  end

  let(:list) { numbers.new([3, 1, 2]) }
  let(:box) { sandbox(list:, words: numbers.new(%w[pear fig]), pairs: numbers.new([[1, 2], [3, 4]])) }

  # @param code [String] in which `l` is the list, `w` are the words, `p2` the pairs
  def run(code, box = self.box) = answer(box, "l, w, p2 = %w[list words pairs].map { |n| Host::Get.call(n) }\n#{code}")

  {
    "l.map { |n| n * 2 }" => [6, 2, 4], "l.select(&:odd?)" => [3, 1], "l.sum" => 6, "l.first" => 3,
    "l.first(2)" => [3, 1], "l.to_a" => [3, 1, 2], "l.sort" => [1, 2, 3], "l.min" => 1,
    "l.max_by { |n| -n }" => 1, "l.each_with_index.to_a" => [[3, 0], [1, 1], [2, 2]], "l.include?(2)" => true,
    "l.each_with_index { |n, i| n }.equal?(l)" => true, "l.find { |n| n < 3 }" => 1, "l.find_index(2)" => 2,
    "l.each_slice(2).to_a" => [[3, 1], [2]], "l.each_slice(2).map(&:sum)" => [4, 2], "l.reduce(:+)" => 6,
    "l.inject { |a, b| a - b }" => 0, "l.partition { |n| n > 1 }" => [[3, 2], [1]], "l.to_set.size" => 3,
    "l.lazy.map { |n| n + 1 }.select(&:even?).first(1)" => [4],
    "l.each_with_object([]) { |n, all| all << n }" => [3, 1, 2],
    "l.group_by(&:odd?)" => { true => [3, 1], false => [2] }, "l.zip([7, 8, 9])" => [[3, 7], [1, 8], [2, 9]],
    "l.each.with_index(1).to_a" => [[3, 1], [1, 2], [2, 3]], "l.each { |n| n }" => :ended,
    "l.each_slice(2) { |s| s }.equal?(l)" => true, "l.each_slice(2).each { |s| s }.equal?(l)" => true,
    "w.to_h { |t| [t, t.size] }" => { "pear" => 4, "fig" => 3 }, "w.min_by(&:size)" => "fig",
    "p2.to_h" => { 1 => 2, 3 => 4 }, "p2.map { |a, b| a * b }" => [2, 12], "p2.each_entry.to_a" => [[1, 2], [3, 4]],
    "l.take_while { |n| n != 1 }" => [3], "l.reverse_each.first" => 2, "l.tally" => { 3 => 1, 1 => 1, 2 => 1 },
    "l.any? { |n| n == 1 }" => true, "l.all?(Integer)" => true, "l.none?" => false,
    "l.grep(Integer)" => [3, 1, 2], "w.grep_v(Integer) { |t| t.size }" => [4, 3], "l.grep(1..2)" => [1, 2],
    "o = Object.new; l.each_with_object(o) { |n, it| it }.equal?(o)" => true,
    "l.zip([5, 6, 7].each)" => [[3, 5], [1, 6], [2, 7]], "l.cycle.first(4)" => [3, 1, 2, 3],
    "l.each_cons(2).to_a" => [[3, 1], [1, 2]], "l.to_enum(:each_slice, 2).first" => [3, 1], "l.minmax" => [1, 3],
    "l.each_with_index.size" => nil, "l.chunk_while { |a, b| b == a + 1 }.to_a" => [[3], [1, 2]]
  }.each do |code, expected|
    it "gives #{expected.inspect} for #{code}" do
      expect(run(code)).to eq(expected)
    end
  end

  it "gives what its own method says, where that is exposed" do
    expect(run("[l.count, l.count { |n| n > 1 }]")).to eq([1000, 1000])
    expect(run("l.sort_by { |n| n }")).to eq("RuntimeError: the host's own")
  end

  {
    "first" => ["l.first", 3, 1], "find" => ["l.find { |n| n == 1 }", 1, 2], "include?" => ["l.include?(1)", true, 2],
    "any?" => ["l.any? { |n| n == 3 }", true, 1], "take" => ["l.take(2)", [3, 1], 2],
    "break" => ["l.each { |n| break n if n == 1 }", 1, 2], "lazy" => ["l.lazy.map { |n| n * 2 }.first(2)", [6, 2], 2],
    "break of map" => ["l.map { |n| break n if n == 1 }", 1, 2],
    "break of each_with_index" => ["l.each_with_index { |n, i| break [n, i] if i == 1 }", [1, 1], 2],
    "break of an enumerator" => ["l.each_slice(1).with_index { |n, i| break i if n == [1] }", 1, 2],
    "find_index" => ["l.find_index { |n| n == 1 }", 1, 2], "first of pairs" => ["l.each_entry.first", 3, 1],
    "break of a method that passes the block on" => ["def pass(l, &b) = l.each(&b)\n" \
                                                     "pass(l) { |n| break n * 2 if n == 1 }", 2, 2],
    "throw" => ["catch(:found) { l.each { |n| throw :found, n if n == 1 } }", 1, 2],
    "break in a loop within" => ["l.each { |n| loop { break }; break n }", 3, 1]
  }.each do |way, (code, expected, yielded)|
    it "stops at once, and ends its own each, by #{way}" do
      expect(run(code)).to eq(expected)
      expect([list.yielded, list.closed?]).to eq([yielded, true])
    end
  end

  {
    "e = l.each; [e.next, e.peek, e.next, e.next, (e.next rescue :end)]" => [3, 1, 1, 2, :end],
    "e = l.each_slice(2); [e.next, e.rewind.next, e.next]" => [[3, 1], [3, 1], [2]],
    "e = p2.each; e.next_values" => [[1, 2]], "l.zip(w)" => [[3, "pear"], [1, "fig"], [2, nil]],
    "[1].zip(l)" => [[1, 3]], "e = l.each; all = []; loop { all << e.next }; all" => [3, 1, 2]
  }.each do |code, expected|
    it "gives #{expected.inspect} step by step for #{code}" do
      expect(run(code)).to eq(expected)
    end
  end

  it "ends two calls that are within each other by a break of the outer" do
    code = "l.map { |n| w.map { |t| l.each_with_index { |m, i| break [n, t, m] if i == 1 } } }"

    expect(run(code)).to eq([3, 1, 2].map { |n| %w[pear fig].map { |t| [n, t, 1] } })
    expect(run("l.each { |n| w.each { |t| t.each_char { break } }; break n }")).to eq(3)
  end

  it "returns from a block of Enumerable's, and raises LocalJumpError for a return from one of its own each" do
    expect(run("def go(l) = l.each { |n| return n }\nbegin; go(l); rescue LocalJumpError; :jump; end")).to eq(:jump)
    expect(run("def go(l) = l.map { |n| return n }\ngo(l)")).to eq(3)
  end

  it "passes an exception of the block on as the same" do
    expect(run("begin; l.map { |n| raise KeyError, 'mine' if n == 1 }; rescue KeyError => e; e.message; end"))
      .to eq("mine")
    expect(list.closed?).to be(true)
  end

  it "answers with its own fault for what neither it nor Enumerable has" do
    expect(run("l.nope")).to match(/\ANoMethodError: .* has no method "nope"/)
    expect(run("l.secrets")).to match(/has no method "secrets"/)
    expect(run("begin; l.nope; rescue Kobako::ServiceError => e; [e.kind, e.details]; end")).to eq([:runtime, nil])
    %w[instance_eval send tap then method extend dup instance_variable_get __extreme __real? initialize puts
       object_id freeze].each do |name|
      expect(run("l.method_missing(:#{name}, 1)")).to match(/exposed|no method/)
    end
  end

  it "runs Enumerable in the guest alone: nothing of the host is named by it" do
    calls = %w[instance_eval system send secret].flat_map do |name|
      ["l.inject(:#{name})", "l.inject(0, :#{name})", "l.reduce(:#{name})", "l.map(&:#{name})", "l.sum(&:#{name})",
       "l.each_entry(:#{name}).to_a", "l.to_enum(:#{name}).to_a", "l.lazy.to_enum(:#{name}).first",
       "l.each_with_object(:#{name}).inject(:#{name})"]
    end
    host = Class.new { include Enumerable and def each = yield(self) and def secret = raise("reached") }.new
    box = sandbox(list: host, words: host, pairs: host) { |it| it.expose(host.class, only: %i[each]) }

    expect(calls.map { |call| answer_of_any(box, call) }.grep(/reached|uid=/)).to eq([])
  end

  it "is one that is exposed so, whatever its class includes" do
    box = sandbox(list: bare.new([2, 1]), words: nil, pairs: nil)
    expect(run("l.map { |n| n }", box)).to match(/has no method "map"/)
    box = sandbox(list: bare.new([2, 1]), words: nil, pairs: nil) { |it| it.expose(bare, only: [], enumerable: true) }
    expect(run("[l.map { |n| n + 1 }, l.sort]", box)).to eq([[3, 2], [1, 2]])
    expect(run("l.hash_pairs", box)).to match(/"hash_pairs" is not exposed/)
  end

  it "is one that answers each by method_missing, if it is exposed so" do
    box = sandbox(list: Class.new(SimpleDelegator).new(bare.new([2, 1])), words: nil, pairs: nil) do |it|
      it.expose(SimpleDelegator, only: [], enumerable: true)
    end

    expect(run("[l.sort, l.each.with_index.to_a]", box)).to eq([[1, 2], [[2, 0], [1, 1]]])
  end

  it "takes no argument that cannot cross to what the host answers itself, nor for what it does not answer at all" do
    expect(run("begin; l.closed?(Object); rescue TypeError => e; e.message; end")).to match(/Class cannot leave/)
    expect(run("begin; l.nope(Object); rescue TypeError => e; e.message; end")).to match(/Class cannot leave/)
    closed = sandbox(list: Object.new, words: nil, pairs: nil)
    expect(run("begin; l.grep(Object); rescue TypeError => e; e.message; end", closed)).to match(/Class cannot leave/)
  end

  it "gives nothing of a block's value to the host, whatever it is" do
    given = []
    all = Class.new do
      include Enumerable
      define_method(:each) { |&block| 3.times { |n| given << block.call(n) } }
    end
    box = sandbox(list: all.new, words: nil, pairs: nil)

    expect(run("[l.to_a, l.map { Object }.size, l.lazy.map { |n| n }.to_a]", box)).to eq([[0, 1, 2], 3, [0, 1, 2]])
    expect(given.uniq).to eq([nil])
  end

  it "is a service, too, and one whose only: lists each" do
    box = sandbox
    box.define(:Shop).bind(:All, list).bind(:Each, numbers.new([5, 4]), only: %i[each])
       .bind(:None, numbers.new([1]), only: %i[secret])

    expect(box.eval("[Shop::All.map { |n| n }, Shop::Each.sort, Shop::Each.count, Shop::All.first]"))
      .to eq([[3, 1, 2], [4, 5], 2, 3])
    expect(answer(box, "Shop::None.map { |n| n }")).to match(/"map" is not exposed .*where the service is bound/)
  end

  it "is none where each is a gem's or Ruby's own, and nobody listed it" do
    box = sandbox(list: Struct.new(:a).new(1), words: Class.new(Struct.new(:a)).new(1), pairs: ENV)

    expect(%w[l w p2].map { |name| run("#{name}.map { |n| n }", box) }).to all(match(/not exposed/))
  end

  it "is asked by respond_to_guest? for each" do
    asked = Class.new(numbers) { def respond_to_guest?(name) = name == (@all.size == 1 ? :each : :secret) }
    box = sandbox(list: asked.new([1]), words: asked.new([1, 2]), pairs: nil)

    expect(run("l.map { |n| n }", box)).to eq([1])
    expect(run("w.map { |n| n }", box)).to match(/respond_to_guest\? says no/)
  end

  it "shows itself in its enumerators, and not how it is done" do
    expect(run("l.each_slice(2).inspect")).to eq("#<Enumerator: #<Kobako::Handle 1>:each_slice(2)>")
    expect(run("l.lazy.inspect")).to include("#<Kobako::Handle 1>")
  end

  def answer_of_any(box, call)
    run(call, box).inspect
  rescue Kobako::Error => e
    e.message
  end
end
