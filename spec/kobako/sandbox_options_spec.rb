# frozen_string_literal: true

require "bigdecimal"

RSpec.describe Kobako::SandboxOptions do
  it "defaults to 60 seconds and 1 MiB each of memory, stdout and stderr" do
    expect(described_class.new.to_h)
      .to eq(timeout: 60.0, memory_limit: 1 << 20, stdout_limit: 1 << 20, stderr_limit: 1 << 20, max_handles: 100_000,
             clock: nil, seed: nil, convert: {}, results: nil)
  end

  it "is frozen" do
    expect(described_class.new).to be_frozen
  end

  it "takes nil as no limit for timeout and memory_limit" do
    expect(described_class.new(timeout: nil, memory_limit: nil)).to have_attributes(timeout: nil, memory_limit: nil)
  end

  it "takes nil as the default for stdout_limit and stderr_limit" do
    expect(described_class.new(stdout_limit: nil, stderr_limit: nil))
      .to have_attributes(stdout_limit: 1 << 20, stderr_limit: 1 << 20)
  end

  [2, 0.5, Rational(1, 2), BigDecimal("0.5"), Float::MIN, Float::MAX].each do |seconds|
    it "keeps a timeout of #{seconds.inspect} as a Float" do
      expect(described_class.new(timeout: seconds).timeout).to be_a(Float).and eq(seconds.to_f)
    end
  end

  [0, -1, 0.0, -0.0, Float::NAN, Float::INFINITY, Rational(1, 10**400), Rational(10**400, 3),
   Complex(1, 1)].each do |seconds|
    it "refuses a timeout of #{seconds.inspect[0, 20]}" do
      expect { described_class.new(timeout: seconds) }
        .to raise_error(ArgumentError, /\Atimeout is #{Regexp.escape(seconds.inspect)}, .*\(nil for no limit\)/)
    end
  end

  ["1", true, false, Object].each do |seconds|
    it "refuses a timeout of #{seconds.inspect}", :misuse do
      expect { described_class.new(timeout: seconds) }.to raise_error(ArgumentError, /timeout is #{seconds.inspect},/)
    end
  end

  %i[memory_limit stdout_limit stderr_limit].each do |name|
    [1, (1 << 63) - 1].each do |bytes|
      it "takes #{bytes} bytes as #{name}" do
        expect(described_class.new(name => bytes).public_send(name)).to eq(bytes)
      end
    end

    [0, -1, 1 << 63].each do |bytes|
      it "refuses #{bytes} bytes as #{name}" do
        expect { described_class.new(name => bytes) }
          .to raise_error(ArgumentError, /\A#{name} is #{bytes}, expected an Integer of bytes from 1 to .*\(nil for /)
      end
    end

    ["1", 1.5, true, false].each do |bytes|
      it "refuses #{bytes.inspect} as #{name}", :misuse do
        expect { described_class.new(name => bytes) }.to raise_error(ArgumentError, /#{name} is #{bytes.inspect},/)
      end
    end
  end

  it "refuses an option that it does not know", :misuse do
    expect { described_class.new(fuel: 1) }.to raise_error(ArgumentError, /fuel/)
  end

  it "equals options with the same limits, also as a Hash key" do
    options = described_class.new(timeout: 1)

    expect(options).to eq(described_class.new(timeout: 1.0))
    expect({ options => :found }[described_class.new(timeout: 1.0)]).to be(:found)
    expect(options).not_to eq(described_class.new(timeout: 2))
  end

  it "keeps converters as they were given" do
    convert = { Comparable => ->(_) { 1 } }
    options = described_class.new(convert:)
    convert.clear

    expect(options.convert.keys).to eq([Comparable])
    expect(options.convert).to be_frozen
  end

  {
    "no Hash" => [:all, /\Aconvert is :all, expected a Hash of classes/],
    "a key that is no class" => [{ "Money" => ->(_) {} }, /\Aconvert has the key "Money", expected a class/],
    "a class whose objects cross by value" => [{ Time => ->(_) {} }, /\Aconvert has a converter of Time, whose/],
    "no converter" => [{ Comparable => 5 }, /\Athe converter of Comparable is 5, expected one that answers call/]
  }.each do |what, (convert, message)|
    it "refuses #{what} as convert:", :misuse do
      expect { described_class.new(convert:) }.to raise_error(ArgumentError, message)
    end
  end

  it "takes a converter of a class that calls itself Time" do
    convert = { Class.new { def self.name = "Time" } => ->(_) { 1 } }

    expect(described_class.new(convert:).convert).to eq(convert)
  end

  it "refuses other results: than :hash", :misuse do
    expect(described_class.new(results: :hash).results).to be(:hash)
    expect { described_class.new(results: :json) }.to raise_error(ArgumentError, /\Aresults is :json, expected :hash/)
  end

  it "gives back the keyword arguments for equal options" do
    options = described_class.new(timeout: 2, memory_limit: nil, stdout_limit: 3)

    expect(described_class.new(**options.to_h)).to eq(options)
  end
end
