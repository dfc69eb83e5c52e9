# frozen_string_literal: true

require "json"
require "set"
require "support/memory_use"

RSpec.describe "What a block gives to a service", :volume do
  include MemoryUse

  let(:rows) do
    Class.new do
      attr_reader :kept

      def each(count, &) = count.times(&) && :done
      def map(list, &) = list.map(&)
      def keep = (@kept = yield) && nil
      def give = yield
      def given_back = @kept
      def twice = yield(yield(1))
      def ask = JSON.generate(ask_ruby(yield(0)))

      def ask_ruby(value)
        { array: Array(value), splat: [*value], first: value.first, size: value.size, equal: value == value.to_a,
          is: value.is_a?(Enumerable), nil: value.nil?, not: !value, class: value.class.name,
          json: JSON.generate(value) }
      end
    end.new
  end
  let(:sandbox) { sandbox_with(rows) }
  # Longer than what crosses at once.
  let(:long) { "Array.new(20_000) { |i| i }" }

  def sandbox_with(object, **options)
    Kobako::Sandbox.new(memory_limit: 32 << 20, **options).tap { |sandbox| sandbox.define(:D).bind(:Rows, object) }
  end

  def service(name, &) = rows.singleton_class.define_method(name, &)

  it "is the value itself if that is short" do
    values = []
    service(:see) { |&block| values.push(block.call) && nil }

    sandbox.eval("D::Rows.see { [1, 'a', :b, nil, true, 1.5, { 'k' => [] }] }")
    sandbox.eval("D::Rows.see { nil }; D::Rows.see { false }")
    expect(values).to eq([[1, "a", :b, nil, true, 1.5, { "k" => [] }], nil, false])
    expect(values.map { |value| Kobako::Runtime.class_of(value) }).to eq([Array, NilClass, FalseClass])
  end

  it "is an object that stands for one that is long, and behaves as that does" do
    expect(JSON.parse(sandbox.eval("D::Rows.ask { #{long} }"), symbolize_names: true))
      .to eq(array: (0...20_000).to_a, splat: (0...20_000).to_a, first: 0, size: 20_000, equal: true, is: true,
             nil: false, not: false, class: "Array", json: JSON.generate((0...20_000).to_a))
  end

  it "is taken by Ruby's own methods for a String and a Hash, too" do
    service(:text) do |&block|
      ["<#{block.call}>".size, [+"a", block.call].sum("").size, block.call =~ /b/, %w[x].include?(block.call)]
    end
    service(:table) { |&block| [{ **block.call }.size, { a: 1 }.merge(block.call).size, (block.call in { k0: 0 })] }

    expect(sandbox.eval("D::Rows.text { 'a' * 20_000 + 'b' }")).to eq([20_003, 20_002, 20_000, false])
    expect(sandbox.eval("D::Rows.table { 5_000.times.to_h { |i| [:\"k\#{i}\", i] } }")).to eq([5_000, 5_001, true])
  end

  it "is compared, sorted, grouped and summed as what it stands for" do
    service(:sorted) { |list, &block| list.sort_by(&block) + [list.max_by(&block), list.min_by(&block)] }
    service(:grouped) { |list, &block| list.group_by(&block).values }
    service(:summed) { |list, &block| list.sum([], &block).size }
    service(:found) { |list, &block| [list.find(&block), list.select(&block), list.reject(&block), list.count(&block)] }
    service(:folded) { |list, &block| list.inject { |all, each| block.call(all, each) } }
    service(:flat) { |list, &block| list.flat_map(&block).size }

    expect(sandbox.eval("D::Rows.sorted([3, 1, 2]) { |i| [i] * 20_000 }")).to eq([1, 2, 3, 3, 1])
    expect(sandbox.eval("D::Rows.grouped([3, 1, 2, 5]) { |i| 'x' * (20_000 + i % 2) }")).to eq([[3, 1, 5], [2]])
    expect(sandbox.eval("D::Rows.summed([3, 1]) { |i| [i] * 20_000 }")).to eq(40_000)
    expect(sandbox.eval("D::Rows.flat([3, 1]) { |i| [i] * 20_000 }")).to eq(40_000)
    expect(sandbox.eval("D::Rows.found([3, 1]) { |i| [i] * 20_000 }")).to eq([3, [3, 1], [], 2])
    expect(sandbox.eval("D::Rows.folded([[0], [1], [2]]) { |all, each| all + each * 20_000 }.size")).to eq(40_001)
  end

  it "goes back into the guest as the very same object, in a result, in arguments and with break" do
    expect(sandbox.eval("out = #{long}; D::Rows.give { out }.equal?(out)")).to be(true)
    expect(sandbox.eval("out = #{long}; seen = []; D::Rows.twice { |x| seen << x; out }; seen.last.equal?(out)"))
      .to be(true)
    expect(sandbox.eval("out = [#{long}]; D::Rows.map([1, 2]) { out }.all? { |back| back.equal?(out) }")).to be(true)
    expect(sandbox.eval("out = #{long}; D::Rows.keep { out }; D::Rows.given_back.equal?(out)")).to be(true)
    expect(sandbox.eval("out = 'short'; D::Rows.each(2) { break out }.equal?(out)")).to be(true)
    expect(sandbox.eval("out = Object.new; D::Rows.each(2) { break [out, 1] }.first.equal?(out)")).to be(true)
  end

  it "goes back the same after it was fetched, and as a copy after the service changed it" do
    service(:look) { |&block| block.call.tap(&:size).each(&:itself) }
    service(:change) { |&block| block.call.tap { |value| value << 1 } }

    expect(sandbox.eval("out = #{long}; D::Rows.look { out }.equal?(out)")).to be(true)
    expect(sandbox.eval("out = #{long}; back = D::Rows.change { out }; [back.equal?(out), back.size, out.size]"))
      .to eq([false, 20_001, 20_000])
  end

  it "may be one that cannot cross, as long as the service does not use it" do
    code = <<~RUBY
      require "set"
      Point = Struct.new(:x)
      list, set = [], Set.new
      D::Rows.each(3) { |row| list << Point.new(row) }
      D::Rows.each(3) { |row| set << Point.new(row) }
      D::Rows.each(3) { |row| Object.new }
      points = D::Rows.map([1, 2]) { |x| Point.new(x) }
      [list.map(&:x), set.size, points.map(&:x), points.first.class == Point]
    RUBY

    expect(sandbox.eval(code)).to eq([[0, 1, 2], 3, [1, 2], true])
  end

  it "is a TypeError that names the way out when the service uses what cannot cross" do
    service(:use) { |&block| block.call.name }
    service(:rescuing) { |&block| block.call + 1 rescue $!.class.name } # rubocop:disable Style

    expect { sandbox.eval("class Point; end; D::Rows.use { Point.new }") }
      .to raise_error(Kobako::ServiceError, /TypeError: the value of a block cannot cross: Point .*return/) { |error|
        expect(error.cause).to be_a(TypeError)
      }
    expect(sandbox.eval("D::Rows.rescuing { Object.new }")).to eq("TypeError")
    expect { sandbox.eval("D::Rows.use { 'a' * (17 << 20) }") }
      .to raise_error(Kobako::ServiceError, /the value of a block cannot cross: .*16777216/)
  end

  it "holds objects that cannot cross, which stand for themselves" do
    service(:count) { |&block| block.call.size }
    service(:turned) { |&block| block.call.reverse }
    code = "class Point; end; list = [Point.new, 1, Point.new]"

    expect(sandbox.eval("#{code}; D::Rows.count { list }")).to eq(3)
    expect(sandbox.eval("#{code}; back = D::Rows.turned { list }; back[0].equal?(list[2]) && back[2].equal?(list[0])"))
      .to be(true)
    expect { sandbox.eval("#{code}; D::Rows.count { { list => 1 } }") }
      .to raise_error(Kobako::ServiceError, /TypeError/)
  end

  it "answers no question of Ruby's for a conversion if it cannot cross" do
    service(:asked) do |&block|
      value = block.call
      [[value].flatten.size, Array(value).size, value.respond_to?(:to_str), value.is_a?(Array), value.nil?, value == 1,
       value == block.call, { value => 1 }[value], value.inspect]
    end

    expect(sandbox.eval("point = Object.new; D::Rows.asked { point }"))
      .to eq([1, 1, false, false, false, false, true, 1, "#<Kobako::GuestValue>"])
  end

  it "is a copy, once it was fetched, and may be marshalled" do
    service(:marshalled) { |&block| Marshal.load(Marshal.dump(block.call)).size }

    expect(sandbox.eval("D::Rows.marshalled { #{long} }")).to eq(20_000)
    sandbox.eval("D::Rows.keep { #{long} }")
    sandbox.eval("D::Rows.keep { #{long} }; D::Rows.given_back.size")
  end

  it "can be used after the run if it was fetched, else that is an error" do
    sandbox.eval("D::Rows.keep { #{long} }")
    expect { rows.kept.size }.to raise_error(Kobako::Error, /after the run of its guest has ended \(take it while/)
    expect { sandbox.eval("D::Rows.given_back") }
      .to raise_error(Kobako::ServiceError, /after the run of its guest has ended/)
    expect { sandbox.run(:Array, rows.kept) }.to raise_error(Kobako::Error, /after the run of its guest has ended/)

    service(:keep_copy) { |&block| (@kept = block.call).size }
    sandbox.eval("D::Rows.keep_copy { #{long} }")
    expect(rows.kept.size).to eq(20_000)
    expect(sandbox.eval("D::Rows.given_back.size")).to eq(20_000)
  end

  it "can be used by a later call of the same run, and not from another thread" do
    service(:later) { @kept.size }
    service(:thread) { Thread.new { @kept.size }.tap { |thread| thread.report_on_exception = false }.value }
    service(:fiber) { Fiber.new { @kept.size }.resume }

    expect(sandbox.eval("D::Rows.keep { #{long} }; D::Rows.later")).to eq(20_000)
    expect(sandbox.eval("D::Rows.keep { #{long} }; D::Rows.fiber")).to eq(20_000)
    expect { sandbox.eval("D::Rows.keep { #{long} }; D::Rows.thread") }
      .to raise_error(Kobako::ServiceError, /where its guest cannot send it/)
  end

  it "crosses by value into the guest of another sandbox" do
    other = sandbox_with(rows)
    other.preload(code: "Size = ->(list) { list.size }", name: :Size)
    service(:elsewhere) { |&block| other.run(:Size, block.call) }

    expect(sandbox.eval("D::Rows.elsewhere { #{long} }")).to eq(20_000)
  end

  it "can be used while a service of its block is called" do
    service(:outer) { |&block| (@outer = block.call(0)) && block.call(1) && :done }
    service(:inner) { @outer.size }

    expect(sandbox.eval("sizes = []; D::Rows.outer { |i| i == 0 ? #{long} : sizes << D::Rows.inner }; sizes"))
      .to eq([20_000])
  end

  it "is handed to a method of Ruby's own as a value, and never as a host object" do
    sandbox.define(:R).bind(:It, 1..3, only: %i[sum min_by map])

    expect(sandbox.eval("R::It.map { |i| [i] * 20_000 }.map(&:size)")).to eq([20_000] * 3)
    expect(sandbox.eval("R::It.min_by { |i| [3 - i] * 20_000 }")).to eq(3)
    expect { sandbox.eval("R::It.min_by { |i| [D::Rows.method(:x)] * 20_000 }") }.to raise_error(Kobako::Error)
    service(:object) { Object.new }
    expect { sandbox.eval("h = D::Rows.object; R::It.min_by { |i| [h] * 20_000 }") }
      .to raise_error(Kobako::ServiceError, /takes no host objects/)
    expect { sandbox.eval("R::It.min_by { |i| [Object.new] * 20_000 }") }
      .to raise_error(Kobako::ServiceError, /takes no host objects/)
  end

  it "tells what a guest may read of an exception that is made of it" do
    service(:fail) { |&block| raise ArgumentError, block.call }

    expect { sandbox.eval("D::Rows.fail { 'no' * 20_000 }") }
      .to raise_error(Kobako::ServiceError, /\AArgumentError: nono/)
  end

  it "is kept by a method of Ruby's own as a value" do
    kept = { a: 1 }
    sandbox.define(:R).bind(:It, kept, only: %i[transform_values!])
    sandbox.eval("R::It.transform_values! { #{long} }; nil")

    expect(kept[:a].size).to eq(20_000)
    expect(Kobako::Runtime.class_of(kept[:a])).to be(Array)
  end

  it "costs the host no more the longer an Array has grown that the block appends to" do
    allocated = [1_000, 10_000].map do |count|
      before = GC.stat(:total_allocated_objects)
      sandbox.eval("out = []; D::Rows.each(#{count}) { |row| out << row.to_s }; nil")
      GC.stat(:total_allocated_objects) - before
    end

    expect(allocated.last).to be < 11 * allocated.first
  end

  it "takes no more of the guest's memory the more often the same object comes" do
    sandbox = sandbox_with(rows, timeout: 60.0)
    peaks = [1_000, 100_000].map do |count|
      sandbox.eval("out = Array.new(20_000); D::Rows.each(#{count}) { |row| out[row % 20_000] = row; out }; nil")
      sandbox.usage.memory_peak
    end

    expect(peaks.last).to be <= peaks.first + (1 << 18)
  end

  it "takes no more of the guest's memory the more values the service does not keep" do
    values = { "'x' * 20_000" => 20_000, "Object.new" => 100_000, "Array.new(20) { 'x' * 1_000 }" => 5_000 }
    values.each do |value, count|
      sandbox = Kobako::Sandbox.new
      sandbox.define(:D).bind(:Rows, rows)

      expect(sandbox.eval("D::Rows.each(#{count}) { #{value} }")).to eq(:done)
      expect(sandbox.usage.memory_peak).to be < 1 << 20
    end
  end

  it "takes the host no memory that grows with the number of values" do
    code = "out = Array.new(20_000); D::Rows.each(50_000) { |row| out[0] = row; row.even? ? out : Object.new }"
    sandbox.eval(code)

    before = resident
    3.times { sandbox.eval(code) }
    expect(resident - before).to be < 8 << 20
  end
end
