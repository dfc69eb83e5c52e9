# frozen_string_literal: true

RSpec.describe Kobako::Outcome::Panic do
  let(:record) { { "origin" => "sandbox", "class" => "KeyError", "message" => "boom" } }

  def decode(record) = described_class.decode(Kobako::Codec::Encoder.encode(record))

  it "keeps origin, class, message, backtrace and details" do
    panic = decode(record.merge("backtrace" => ["(eval):1:in ratio", "(eval):4"], "details" => { "near" => [:Echo] }))

    expect(panic).to be_frozen.and have_attributes(
      origin: "sandbox", klass: "KeyError", message: "boom",
      backtrace: ["(eval):1:in ratio", "(eval):4"], details: { "near" => [:Echo] }
    )
  end

  it "has no backtrace lines and no details when the record leaves them out or nil" do
    expect(decode(record)).to have_attributes(backtrace: [], details: nil)
    expect(decode(record.merge("backtrace" => nil, "details" => nil))).to have_attributes(backtrace: [], details: nil)
  end

  it "ignores keys that it does not know" do
    expect(decode(record.merge("colour" => "red", :origin => "x", 7 => 8))).to have_attributes(origin: "sandbox")
  end

  it "takes binary keys as it takes text" do
    expect(decode(record.transform_keys(&:b))).to have_attributes(klass: "KeyError")
  end

  it "takes texts that are not UTF-8 as binary" do
    expect(decode(record.merge("message" => "\xFF".b)).message).to eq("\xFF".b)
  end

  %w[origin class message].each do |key|
    it "refuses a record without #{key}" do
      expect { decode(record.except(key)) }
        .to raise_error(Kobako::Transport::Error, "panic record has #{key} NilClass, expected a String")
    end

    it "refuses a record whose #{key} is no text" do
      expect { decode(record.merge(key => 7)) }
        .to raise_error(Kobako::Transport::Error, "panic record has #{key} Integer, expected a String")
    end
  end

  ["(eval):1", [1], { "0" => "(eval):1" }].each do |backtrace|
    it "refuses a record whose backtrace is #{backtrace.inspect}" do
      expect { decode(record.merge("backtrace" => backtrace)) }
        .to raise_error(Kobako::Transport::Error, /backtrace that is not a list of Strings/)
    end
  end

  [nil, [], "boom", 7].each do |other|
    it "refuses #{other.inspect} in place of a record" do
      expect { decode(other) }.to raise_error(Kobako::Transport::Error, /record is a #{other.class}, expected a map/)
    end
  end

  it "refuses bytes that cannot be decoded, with the cause" do
    expect { described_class.decode("\x81\xa1".b) }
      .to raise_error(Kobako::Transport::Error, /cannot be decoded/) { |error|
        expect(error.cause).to be_a(Kobako::Codec::Error)
      }
  end

  describe "#to_error" do
    it "is a SandboxError that carries the record" do
      error = decode(record.merge("backtrace" => ["(eval):1"], "details" => 7)).to_error

      expect(error).to be_an_instance_of(Kobako::SandboxError).and have_attributes(
        message: "boom", origin: "sandbox", klass: "KeyError", backtrace_lines: ["(eval):1"], details: 7
      )
    end

    it "is a ServiceError with the same readers when the origin is a service" do
      error = decode(record.merge("origin" => "service")).to_error

      expect(error).to be_an_instance_of(Kobako::ServiceError).and have_attributes(origin: "service", klass: "KeyError")
    end

    it "is a SandboxError for an origin that it does not know" do
      expect(decode(record.merge("origin" => "moon")).to_error).to be_an_instance_of(Kobako::SandboxError)
    end

    it "is a BytecodeError when the class says so" do
      expect(decode(record.merge("class" => "Kobako::BytecodeError")).to_error).to be_a(Kobako::BytecodeError)
    end
  end
end
