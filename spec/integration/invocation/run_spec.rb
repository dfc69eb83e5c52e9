# frozen_string_literal: true

require "stringio"

RSpec.describe Kobako::Sandbox, "#run" do
  subject(:sandbox) do
    described_class.new.tap do |sandbox|
      sandbox.preload(code: <<~RUBY, name: :App)
        Echo = ->(*args) { args }
        Upcase = ->(text) { text.upcase }
        class Greeter
          def self.call(name, options = {}) = "\#{options[:word] || "hi"} \#{name}"
        end
        Body = ->(body) { body.read }
        Fail = ->(_) { raise ArgumentError, "in the guest" }
        Number = 5
      RUBY
    end
  end

  it "calls what the target names" do
    expect(sandbox.run(:Upcase, "a")).to eq("A")
    expect(sandbox.run("Upcase", "b")).to eq("B")
    expect(sandbox.run(:Greeter, "Ada")).to eq("hi Ada")
  end

  it "gives keyword arguments as one trailing Hash with Symbol keys, and none when there are none" do
    expect(sandbox.run(:Echo, 1, a: 2, b: [3])).to eq([1, { a: 2, b: [3] }])
    expect(sandbox.run(:Echo, 1)).to eq([1])
    expect(sandbox.run(:Greeter, "Ada", word: "hello")).to eq("hello Ada")
  end

  [nil, true, (2**64) - 1, 1.5, "é", "\xff".b, :sym, [1, [nil]], { "a" => { b: 1 } }].each do |value|
    it "takes #{value.inspect} as an argument and gives it back" do
      expect(sandbox.run(:Echo, value)).to eq([value])
    end
  end

  it "makes handles of other arguments, at any depth, and gives the objects themselves back" do
    object = Object.new

    expect(sandbox.run(:Body, StringIO.new("text"))).to eq("text")
    expect(sandbox.run(:Echo, [{ deep: object }], key: object)).to eq([[{ deep: object }], { key: object }])
  end

  it "raises TypeError for a target that is no name", :misuse do
    [nil, 1, String, [:Echo]].each do |target|
      expect { sandbox.run(target) }.to raise_error(TypeError, /target is a #{target.class}, expected/)
    end
  end

  ["", "echo", "A::B", "::A", "A B", "A\n", "Ä", "A\0", "A\xff", "A".encode("UTF-16LE")].each do |target|
    it "raises ArgumentError for the target #{target.inspect}" do
      expect { sandbox.run(target) }.to raise_error(ArgumentError, /target name is .*, expected a constant's name/)
    end
  end

  it "raises ArgumentError for keywords that are no Symbols" do
    expect { sandbox.run(:Echo, "a" => 1) }.to raise_error(ArgumentError, /keyword "a" is a String, expected a Symbol/)
  end

  it "raises ArgumentError for a Kobako::Handle and what cannot have a handle, at any depth" do
    handle = Kobako::Handle.send(:new, 1)
    [handle, [[handle]], { a: handle }, binding, [method(:puts)], Thread.current, String].each do |argument|
      expect { sandbox.run(:Echo, argument) }.to raise_error(ArgumentError, /arguments of Echo cannot be sent/)
    end
    expect { sandbox.run(:Echo, key: handle) }.to raise_error(ArgumentError)
  end

  it "raises ArgumentError for arguments that are cyclic, too deep or too large" do
    cyclic = []
    cyclic << cyclic
    deep = 130.times.inject([]) { |inner, _| [inner] }
    [cyclic, deep, "x" * (16 << 20)].each do |argument|
      expect { sandbox.run(:Echo, argument) }.to raise_error(ArgumentError, /arguments of Echo cannot be sent/)
    end
    expect(sandbox.run(:Echo, 1)).to eq([1])
  end

  it "lists what the snippets define when the constant does not exist" do
    expect { sandbox.run("Nope") }.to raise_error(Kobako::UndefinedEntrypointError, /Nope/) { |error|
      expect(error.name).to be(:Nope)
      expect(error.available).to match_array(%i[Echo Upcase Greeter Body Fail Number])
      expect(error).to have_attributes(details: { "available" => error.available }, klass: "NameError",
                                       origin: "sandbox")
    }
  end

  it "raises SandboxError for a name that the target misses, whatever the script says of it" do
    sandbox = described_class.new
    sandbox.preload(name: :A, code: "A = -> { Missing }\nB = -> { raise NameError.new('x', :Nope) }")
    %i[A B].each { |name| expect { sandbox.run(name) }.to raise_error(an_instance_of(Kobako::SandboxError)) }
  end

  it "raises SandboxError for a constant that does not answer call" do
    expect { sandbox.run(:Number) }.to raise_error(Kobako::SandboxError, /Number does not answer `call`/)
  end

  it "raises what the target raises, with the snippet's name and line" do
    expect { sandbox.run(:Fail, 1) }.to raise_error(Kobako::SandboxError, "in the guest") { |error|
      expect(error).to have_attributes(klass: "ArgumentError", origin: "sandbox",
                                       backtrace_lines: include(a_string_starting_with("(snippet:App):7")))
    }
  end

  it "runs many times, each from the same state" do
    sandbox = described_class.new
    sandbox.preload(code: "$count = 0\nCount = -> { $count += 1 }", name: :Count)

    expect(Array.new(3) { sandbox.run(:Count) }).to eq([1, 1, 1])
  end

  it "says Sandbox#run in a trap's message" do
    sandbox = described_class.new(timeout: 0.05)
    sandbox.preload(code: "Loop = -> { loop {} }", name: :Loop)

    expect { sandbox.run(:Loop) }.to raise_error(Kobako::TimeoutError, /\ASandbox#run failed: /)
    expect(sandbox.usage.wall_time).to be >= 0.05
  end

  it "works without snippets and services" do
    expect { described_class.new.run(:Nope) }.to raise_error(Kobako::UndefinedEntrypointError, /Nope/) { |error|
      expect(error.details).to eq("available" => [])
    }
  end
end
