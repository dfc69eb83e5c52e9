# frozen_string_literal: true

require "stringio"

# One application as it was written for kobako 0.5.0. Nothing here uses what came later.
RSpec.describe "A program written for kobako 0.5.0" do
  let(:person) do
    Class.new do
      attr_reader :name

      def initialize(name, friends = [])
        @name = name
        @friends = friends
      end

      def friend(index) = @friends[index]
      def greet(other, word: "Hello") = "#{word} #{other.name}, I am #{name}"
    end
  end
  let(:ada) { person.new("Ada", [person.new("Bob", [person.new("Cy")])]) }
  let(:store) do
    Class.new do
      def initialize(rows) = @rows = rows
      def find(id, limit: 1, order: :asc) = [id, limit, order]
      def each(&) = @rows.each(&)
      def map(&) = @rows.map(&)
      def fetch(key) = @rows.fetch(key)
    end.new(%w[a b c])
  end
  let(:log) { [] }
  let(:sandbox) do
    sandbox = Kobako::Sandbox.new(timeout: 60.0, memory_limit: 2 << 20, stdout_limit: 1 << 16, stderr_limit: 1 << 16)
    sandbox.define(:KV).bind(:Lookup, ->(key) { { "answer" => 42 }[key] }).bind(:Log, ->(line) { (log << line) && nil })
    sandbox.define(:Store).bind(:Db, store).bind(:Root, ada)
    sandbox.preload(code: <<~RUBY, name: :Handlers)
      Echo = ->(body) { body.read }
      Sum = ->(*numbers, opts) { numbers.sum * opts[:by] }
      module Report
        def self.call(title)
          puts title
          Store::Db.map { |row| "\#{title}: \#{row}" }
        end
      end
      KV::Log.call("replayed")
    RUBY
    sandbox
  end

  it "sets up once and runs many times, each from the same state" do
    expect(sandbox.eval("$n = ($n || 0) + KV::Lookup.call('answer')")).to eq(42)
    expect(sandbox.eval("$n = ($n || 0) + KV::Lookup.call('answer')")).to eq(42)
    expect(Array.new(3) { |i| sandbox.run(:Sum, i, 1, by: 10) }).to eq([10, 20, 30])
    expect(sandbox.run("Report", "row")).to eq(["row: a", "row: b", "row: c"])
    expect(sandbox.stdout).to eq("row\n")
    expect(log).to eq(["replayed"] * 6)
  end

  it "passes keyword arguments" do
    expect(sandbox.eval("Store::Db.find(1)")).to eq([1, 1, :asc])
    expect(sandbox.eval("Store::Db.find(1, order: :desc, limit: 2)")).to eq([1, 2, :desc])
    expect(sandbox.eval("opts = { limit: 3 }; Store::Db.find(2, **opts)")).to eq([2, 3, :asc])
  end

  it "chains handles and passes them back" do
    expect(sandbox.eval("Store::Root.friend(0).friend(0).name")).to eq("Cy")
    expect(sandbox.eval("bob = Store::Root.friend(0); bob.greet(bob.friend(0), word: 'Hi')")).to eq("Hi Cy, I am Bob")
    expect(sandbox.eval("[Store::Root.friend(5), Store::Root.respond_to?(:anything)]")).to eq([nil, true])
  end

  it "gives an IO-like argument to an entrypoint, which reads it" do
    expect(sandbox.run(:Echo, StringIO.new("the body\nof a request"))).to eq("the body\nof a request")
    expect(sandbox.run(:Echo, StringIO.new(""))).to eq("")
  end

  it "yields to blocks, which go on with next and end with break" do
    expect(sandbox.eval("Store::Db.map { |row| next '-' if row == 'b'; row.upcase }")).to eq(%w[A - C])
    expect(sandbox.eval("all = []; got = Store::Db.each { |r| all << r; break r * 2 if r == 'b' }; [all, got]"))
      .to eq([%w[a b], "bb"])
  end

  it "rescues a service's failure in the guest, or on the host" do
    expect(sandbox.eval("begin; Store::Db.fetch(9); rescue Kobako::ServiceError => e; e.message; end"))
      .to start_with("IndexError: index 9 outside of array bounds")
    expect { sandbox.eval("Store::Db.fetch(9)") }
      .to raise_error(Kobako::ServiceError, /\AIndexError: index 9/) { |error|
        expect(error).to have_attributes(origin: "service", backtrace_lines: include("(eval):1:in '<main>'"))
      }
  end

  {
    "1 +" => Kobako::SandboxError,
    "puts 'out'; raise 'no'" => Kobako::SandboxError,
    "Store::Db.fetch(9)" => Kobako::ServiceError,
    "'x' * (64 << 20)" => Kobako::MemoryLimitError,
    "loop {}" => Kobako::TimeoutError
  }.each do |code, error|
    it "reads usage and output after it rescued #{error} of #{code}" do
      sandbox = Kobako::Sandbox.new(timeout: error == Kobako::TimeoutError ? 0.1 : 60)
      sandbox.define(:Store).bind(:Db, store)
      expect(sandbox.usage).to eq(Kobako::Usage::EMPTY)
      expect { sandbox.eval(code) }.to raise_error(error)

      expect(sandbox.usage).to have_attributes(wall_time: be_between(1e-6, 60), memory_peak: be_between(0, 1 << 20))
      expect(sandbox.stdout).to eq(code.include?("puts") ? "out\n" : "")
    end
  end

  it "seals with the first invocation" do
    sandbox.eval("1")

    expect { sandbox.define(:Late) }.to raise_error(ArgumentError)
    expect { sandbox.preload(code: "1", name: :Late) }.to raise_error(ArgumentError)
    expect(sandbox.run(:Sum, 1, by: 2)).to eq(2)
  end
end
