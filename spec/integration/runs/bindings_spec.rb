# frozen_string_literal: true

require "date"
require "set"

RSpec.describe "Bindings" do
  let(:sandbox) { Kobako::Sandbox.new }
  let(:orders) { Class.new { def find(id) = id * 2 }.new }

  it "are found at any depth, and at the top level" do
    sandbox.bind("Shop::V1::Orders", orders).bind("Audit", ->(text) { "audit #{text}" }).bind(:Deep, orders)

    expect(sandbox.eval("[Shop::V1::Orders.find(4), Audit.call(1), Deep.find(1), Shop::V1.class.name]"))
      .to eq([8, "audit 1", 2, "Module"])
  end

  it "keep only: and what it refuses" do
    sandbox.bind("Shop::Text", "text", only: %i[upcase])

    expect(sandbox.eval("Shop::Text.upcase")).to eq("TEXT")
    expect { sandbox.eval("Shop::Text.downcase") }.to raise_error(Kobako::ServiceError, /add it to only/)
    expect { sandbox.bind("X", "text", only: %i[nope]) }.to raise_error(ArgumentError)
  end

  it "go into the namespaces that define gives" do
    sandbox.define(:Shop).bind(:Orders, orders)
    sandbox.bind("Shop::Rates", 5)

    expect(sandbox.define(:Shop).members).to eq(%w[Orders Rates])
    expect(sandbox.eval("[Shop::Orders.find(1), Shop::Rates]")).to eq([2, 5])
  end

  [nil, true, 5, 1.5, "text", "\xff".b, :symbol, [1, ["x"]], { rate: 1.19, "s" => [:a] }].each do |value|
    it "of data are that value in the guest, frozen: #{value.inspect}" do
      sandbox.bind("Shop::Config", value).define(:Old).bind(:Config, value)

      expect(sandbox.eval("[Shop::Config, Old::Config, Shop::Config.frozen?]")).to eq([value, value, true])
    end
  end

  it "of data are frozen as a whole, and of the moment" do
    data = { list: ["a", { "k" => "v" }] }
    sandbox.bind("Data0", data)
    data[:list] << 1

    expect(sandbox.eval("[Data0, Data0[:list].frozen?, Data0[:list][1]['k'].frozen?, Data0[:list][1].keys[0].frozen?]"))
      .to eq([{ list: ["a", { "k" => "v" }] }, true, true, true])
  end

  {
    "a Set" => [Set[["x"]], "it.first[0]"], "the Hash of a Set" => [Set["x"], "it.instance_variable_get(:@hash)"],
    "the first of a Range" => ["a".."b", "it.begin"], "the last of a Range" => ["a".."b", "it.end"],
    "a Range in a Hash" => [{ k: "a".."b" }, "it[:k].begin"], "a Time" => [Time.at(0), "it"],
    "a Date" => [Date.new(2024, 2, 29), "it"]
  }.each do |what, (value, part)|
    it "of data are frozen to what #{what} holds" do
      sandbox.bind("Data0", value)

      expect(sandbox.eval("it = Data0; #{part}.frozen?")).to be(true)
      expect(sandbox.eval("Data0.dup")).to eq(value)
    end
  end

  it "of a Set are copied to one that can be changed" do
    sandbox.bind("Data0", Set[1])

    expect(sandbox.eval("Data0.dup << 2")).to eq(Set[1, 2])
    expect(sandbox.eval("Data0.clone(freeze: false) << 2")).to eq(Set[1, 2])
    expect { sandbox.eval("Data0 << 2") }.to raise_error(Kobako::SandboxError, /can't modify frozen Set/)
  end

  it "of containers that hold an object are objects" do
    sandbox.bind("Held", [orders])

    expect { sandbox.eval("Held.size") }.to raise_error(Kobako::ServiceError, /not exposed/)
  end

  {
    "A" => /A cannot be bound, it is the namespace of A::B/, "A::B" => /A::B is bound already/,
    "A::B::C" => /A::B is bound, so nothing can be bound in it/, "A::" => /path is "A::"/, "::A" => /path is "::A"/,
    "a" => /path is "a"/, "A::b" => /path is/, nil => /path is nil/, 5 => /path is 5/, "" => /path is ""/,
    "X" * 513 => /has 513 bytes, the limit is 512/
  }.each do |path, message|
    it "are refused at #{path.inspect[0, 20]} with a clear error", :misuse do
      sandbox.bind("A::B", 1)
      expect { sandbox.bind(path, 1) }.to raise_error(ArgumentError, message)
    end
  end

  it "are refused in a namespace's place, and a namespace in theirs" do
    sandbox.define(:Shop)
    sandbox.bind("Audit", 1)
    expect { sandbox.bind("Shop", 1) }.to raise_error(ArgumentError, /it is the namespace of Shop/)
    expect { sandbox.define(:Audit) }.to raise_error(ArgumentError, /Audit is bound/)
  end

  %w[String Kobako Object Comparable].each do |name|
    it "do not hide #{name} of the guest" do
      sandbox.bind(name, 1)
      expect { sandbox.eval("1") }.to raise_error(Kobako::SandboxError, /#{name} is a constant of Ruby/)
    end
  end

  it "end with the first run" do
    sandbox.eval("1")
    expect { sandbox.bind("A", 1) }.to raise_error(ArgumentError, /sealed by its first invocation/)
  end

  it "are not among the constants that an unknown entrypoint could be" do
    sandbox.bind("Top", 1).bind("Shop::V1::Orders", orders).preload(code: "Mine = -> {}", name: :Mine)
    expect { sandbox.run(:Nope) }.to raise_error(Kobako::SandboxError, /the snippets define: Mine\)/)
  end

  describe "of one run" do
    let(:user) { Struct.new(:name).new("Ada") }

    before do
      sandbox.bind("Req::User").bind("Req::Config").bind("Rates", { vat: 0.19 }).bind("Orders", orders)
    end

    it "fill what is declared, for that run alone" do
      bound = sandbox.eval("Req::User.name") { |run| run.bind("Req::User", user, only: %i[name]) }

      expect(bound).to eq("Ada")
      expect { sandbox.eval("Req::User.name") }
        .to raise_error(Kobako::ServiceError, /Req::User is declared, and this run does not fill it/)
    end

    it "of a declared path that is not filled are an undefined fault, which a script can rescue" do
      code = "begin; Req::User.name; rescue Kobako::ServiceError => e; e.kind; end"
      expect(sandbox.eval(code)).to eq(:undefined)
    end

    it "may be data" do
      values = Array.new(8) do |n|
        sandbox.eval("[Req::Config[:n], Req::Config.frozen?]") { |run| run.bind("Req::Config", { n: }) }
      end

      expect(values).to eq(Array.new(8) { |n| [n, true] })
    end

    it "shadow what is bound, whatever the two are" do
      code = "[Rates.respond_to?(:call) ? Rates.call : Rates, Orders.is_a?(String) ? Orders : Orders.find(1)]"

      expect(sandbox.eval(code) { |run| run.bind("Rates", 5).bind("Orders", "data") }).to eq([5, "data"])
      expect(sandbox.eval(code) { |run| run.bind("Rates", -> { :service }) }).to eq([:service, 2])
      expect(sandbox.eval(code)).to eq([{ vat: 0.19 }, 2])
    end

    it "are there for run, call and execute" do
      sandbox.preload(code: "Who = -> { [Req::User.name, Req::Config] }", name: :Who)
      fill = ->(run) { run.bind("Req::User", user).bind("Req::Config", 3) }

      expect(sandbox.run(:Who, &fill)).to eq(["Ada", 3])
      expect(sandbox.call(:Who, &fill).value).to eq(["Ada", 3])
      expect(sandbox.execute("Who.call", &fill).value).to eq(["Ada", 3])
    end

    it "belong to each of the runs that go on at once" do
      code = "[Req::User.call, Req::Config]"
      threads = Array.new(8) do |number|
        fill = ->(run) { run.bind("Req::User", -> { number }).bind("Req::Config", number) }
        Thread.new { Array.new(50) { sandbox.eval(code, &fill) }.uniq }
      end

      expect(threads.map(&:value)).to eq(Array.new(8) { |number| [[number, number]] })
    end

    it "are refused where nothing is declared", :misuse do
      expect { sandbox.eval("1") { |run| run.bind("Nope", 1) } }
        .to raise_error(ArgumentError, /Nope is not declared \(declare it before .*sandbox.bind\("Nope"\)/)
      expect { sandbox.eval("1") { |run| run.bind("Req", 1) } }.to raise_error(ArgumentError, /Req is not declared/)
      expect { sandbox.eval("1") { |run| run.bind("Req::User", user, only: %i[nope]) } }.to raise_error(ArgumentError)
    end
  end
end
