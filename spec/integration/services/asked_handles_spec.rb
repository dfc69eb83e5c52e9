# frozen_string_literal: true

RSpec.describe "What every object is asked, of handles" do
  # Answers what it is asked by its number.
  let(:number) do
    stub_const("Number", Class.new do
      attr_reader :n

      def initialize(number) = @n = number
      def ==(other) = n == (other.is_a?(Number) ? other.n : other)
      alias_method :eql?, :==
      def ===(other) = other == :any || self == other # rubocop:disable Style/MultipleComparison
      def <=>(other) = n <=> other.n
      def hash = n.hash
      def coerce(other) = [other, n]
      def to_s = "number #{n}"
      def inspect = "<#{n}>"
    end)
  end
  # Answers nothing.
  let(:nothing) { Class.new { def name = "plain" } }
  let(:store) do
    Class.new do
      attr_reader :all

      def initialize(objects) = @all = objects
      def at(index) = @all[index]
    end
  end

  def sandbox_of(*objects)
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Store, store.new(objects))
    sandbox
  end

  let(:numbers) { sandbox_of(*[3, 1, 2, 1].map { |n| number.new(n) }) }
  let(:plain) { sandbox_of(nothing.new, nothing.new) }

  context "of objects that answer" do
    it "compares as they do" do
      script = "a, b, c, d = Host::Store.all; [b == d, a == b, b != d, b == 1, b == nil, nil == b, b.equal?(b)]"

      expect(numbers.eval(script))
        .to eq([true, false, false, true, false, false, true])
      expect(numbers.eval("a, b = Host::Store.all; [a <=> b, b <=> a, a === :any, a === 7, (1 if a === 3)]"))
        .to eq([1, -1, true, false, 1])
    end

    it "sorts, finds, counts and keeps keys as they do" do
      expect(numbers.eval("Host::Store.all.sort.map(&:n)")).to eq([1, 1, 2, 3])
      expect(numbers.eval("all = Host::Store.all; [all.min.n, all.max.n, all.uniq.map(&:n)]")).to eq([1, 3, [3, 1, 2]])
      expect(numbers.eval("all = Host::Store.all; b = all[3]; [all.include?(b), all.index(b), all.count(b)]"))
        .to eq([true, 1, 2])
      expect(numbers.eval("a, b, _, d = Host::Store.all; keys = { b => :one }; [keys[d], keys[a]]")).to eq([:one, nil])
    end

    it "calculates with what they coerce to" do
      expect(numbers.eval("[5 + Host::Store.at(0), 2.5 * Host::Store.at(0)]")).to eq([8, 7.5])
    end

    it "writes them as they do" do
      script = <<~'RUBY'
        n = Host::Store.at(0)
        puts n, [n]
        print n
        [n.to_s, "#{n}", [n, 1].join("-"), format("%s", n), n.inspect, [n].inspect, "%p" % [n]]
      RUBY

      expect(numbers.eval(script))
        .to eq(["number 3", "number 3", "number 3-1", "number 3", "<3>", "[<3>]", "<3>"])
      expect(numbers.stdout).to eq("number 3\nnumber 3\nnumber 3")
    end

    it "goes on without them for what cannot leave the sandbox" do
      expect(numbers.eval("n = Host::Store.at(0); o = Object.new; [n == o, o == n, n <=> o, [o].include?(n)]"))
        .to eq([false, false, nil, false])
    end

    it "raises what they raise" do
      expect { numbers.eval("Host::Store.at(0) <=> 1") }.to raise_error(Kobako::ServiceError, /NoMethodError/)
    end
  end

  context "of objects that do not" do
    it "compares by identity, and asks the host for nothing" do
      object = nothing.new
      sandbox = sandbox_of(object, nothing.new, object)
      script = "a, b, c = Host::Store.all; [a == c, a == b, a == nil, a.eql?(c), a.hash == c.hash, { a => 1 }[c], " \
               "a <=> c, a <=> b, a === c, a === b, [a, b, c].uniq.size, [b].include?(a), a != b]"

      expect(sandbox.eval(script)).to eq([true, false, false, true, true, 1, 0, nil, true, false, 2, false, true])
    end

    it "writes what they stand for" do
      expect(plain.eval("a = Host::Store.at(0); puts a; [a.to_s, \"\#{a}\", [a].join, format('%s', a), a.inspect]"))
        .to eq(["#<Kobako::Handle 1>"] * 5)
      expect(plain.stdout).to eq("#<Kobako::Handle 1>\n")
    end

    it "does not coerce them" do
      expect(plain.eval("begin; 1 + Host::Store.at(0); rescue TypeError => e; e.message; end"))
        .to eq("Kobako::Handle can't be coerced into Integer")
    end

    it "says what has no order" do
      expect { plain.eval("Host::Store.all.sort") }
        .to raise_error(Kobako::SandboxError) { |error| expect(error.klass).to eq("ArgumentError") }
    end
  end

  it "asks objects that decide themselves, and goes on where they say no" do
    shy = Class.new do
      def respond_to_guest?(name) = name == :to_s
      def to_s = "shy"
      def ==(_other) = raise("asked")
    end
    sandbox = sandbox_of(shy.new, shy.new)

    expect(sandbox.eval("a, b = Host::Store.all; [\"\#{a}\", a == b, a == a, a.inspect]"))
      .to eq(["shy", false, true, "#<Kobako::Handle 1>"])
  end

  it "keeps to the only: of an object that is bound" do
    bound = number.new(1)
    sandbox = sandbox_of(bound, number.new(1))
    sandbox.define(:Host).bind(:Number, bound, only: %i[inspect])

    expect(sandbox.eval("a, b = Host::Store.all; [a.inspect, \"\#{a}\", b.to_s, a == b]"))
      .to eq(["<1>", "#<Kobako::Handle 1>", "number 1", false])
  end

  it "tells a method that is not exposed from one that fails" do
    expect(plain.eval("begin; Host::Store.at(0).other; rescue => e; e.details; end")).to be_nil
    expect(plain.eval("begin; Host::Store.at(0).method_missing(:to_s); rescue => e; e.details; end")).to eq(:unexposed)
  end
end
