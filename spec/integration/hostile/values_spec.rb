# frozen_string_literal: true

RSpec.describe "An odd value" do
  let(:service) do
    Class.new do
      attr_reader :got

      def take(*values, **words) = (@got = [values, words]) && nil
      def give = @given
      def giving(value) = (@given = value) && self
      def yield_it = yield(@given)
      def from_block = (@got = yield.itself) && nil
      def fail_with = raise(KeyError, @given)
    end.new
  end
  let(:sandbox) do
    Kobako::Sandbox.new(timeout: 20, memory_limit: 256 << 20).tap do |sandbox|
      sandbox.define(:Host).bind(:It, service).bind(:Node, -> { service })
      sandbox.preload(code: "Echo = ->(*args) { args }", name: :Echo)
    end
  end

  # Equal by its bytes, so that NaN is itself and -0.0 is not 0.0.
  def bits(value) = [value.inspect, Kobako::Codec::Encoder.encode(value)]

  # As the host has it and as the guest writes it.
  values = {
    "bytes that are not UTF-8" => ["a\xff\xfe".b, '"a\xff\xfe"'], "a NUL" => ["\0a\0", '"\0a\0"'],
    "a lone surrogate" => ["\xED\xA0\x80".b, '"\xed\xa0\x80"'], "nothing" => ["", '""'],
    "the least Integer of 64 bits" => [-(2**63), "-9223372036854775808"],
    "the largest Integer of 64 bits" => [(2**64) - 1, "2**64 - 1"],
    "an Integer above" => [2**64, "2**64"], "an Integer below" => [-(2**63) - 1, "-(2**63) - 1"],
    "a Time before the epoch" => [Time.at(-1, 999_999_999, :nsec, in: "-00:00:01"),
                                  "Time.at(-1, 999_999_999, :nsec, in: '-00:00:01')"],
    "a Range of nothing" => [(nil...nil), "(nil...nil)"], "a Set in a Set" => [Set[Set[]], "Set[Set[]]"],
    "a negative Rational" => [Rational(-(2**70), 3), "Rational(-2**70, 3)"],
    "a Complex with negative zeros" => [Complex(-0.0, -0.0), "Complex(-0.0, -0.0)"],
    "NaN" => [Float::NAN, "0.0 / 0.0"], "negative zero" => [-0.0, "-0.0"],
    "-Infinity" => [-Float::INFINITY, "-1.0 / 0"],
    "an empty Symbol" => [:"", ':""'], "a Symbol with a NUL" => [:"a\x00", ':"a\0"'],
    "a Hash with empty keys" => [{ "" => 1, :"" => 2, nil => 3, [] => 4 }, '{ "" => 1, :"" => 2, nil => 3, [] => 4 }'],
    "16 KiB of text" => ["ü" * (16 << 10), '"ü" * (16 << 10)']
  }
  values.each do |kind, (value, code)|
    it "of #{kind} is itself as argument, keyword, key, element, and argument of a handle's method" do
      sandbox.eval("v = #{code}; Host::It.take(v, [v, { v => v }], k: v)")
      expect(bits(service.got)).to eq(bits([[value, [value, { value => value }]], { k: value }]))
      sandbox.eval("v = #{code}; Host::Node.call.take([[v]], k: { k: v })")
      expect(bits(service.got)).to eq(bits([[[[value]]], { k: { k: value } }]))
    end

    it "of #{kind} is itself as a result of eval, run and a service, alone and within" do
      service.giving([value, { value => value }])

      expect(bits(sandbox.eval("v = #{code}; [v, { v => [v] }]"))).to eq(bits([value, { value => [value] }]))
      expect(bits(sandbox.eval("Host::It.give"))).to eq(bits([value, { value => value }]))
      expect(bits(sandbox.run(:Echo, value, { value => value }, k: value)))
        .to eq(bits([value, { value => value }, { k: value }]))
    end

    it "of #{kind} is itself as what a service yields and as a block's value, by break too" do
      service.giving(value)

      expect(bits(sandbox.eval("r = nil; Host::It.yield_it { |v| r = v }; r"))).to eq(bits(value))
      sandbox.eval("Host::It.from_block { [#{code}] }")
      expect(bits(service.got)).to eq(bits([value]))
      expect(bits(sandbox.eval("Host::It.yield_it { |v| break [v, #{code}] }"))).to eq(bits([value, value]))
    end

    it "of #{kind} is itself from a snippet's body" do
      snippet = Kobako::Sandbox.new(memory_limit: 64 << 20)
      snippet.preload(code: "# 􏿿\nIt = #{code}", name: :It)

      expect(bits(snippet.eval("[It]"))).to eq(bits([value]))
    end
  end

  { "1 << (8 << 20)" => 1 << (8 << 20), "-(1 << (8 << 20))" => -(1 << (8 << 20)) }.each do |code, value|
    it "of #{code} is refused in each direction, with a clear error, and nothing else happens" do
      service.giving(value)
      kinds = lambda do |call|
        sandbox.eval("begin; #{call}; rescue TypeError, Kobako::ServiceError => e; [e.class.to_s, e.message]; end")
      end

      expect(kinds["Host::It.take(#{code})"]).to match(["TypeError", /Integer/])
      expect(kinds["Host::It.take(k: [#{code}])"]).to match(["TypeError", /Integer/])
      expect(kinds["Host::It.take({ (#{code}) => 1 })"]).to match(["TypeError", /Integer/])
      expect(kinds["Host::It.from_block { #{code} }"]).to match(["Kobako::ServiceError", /TypeError.*Integer/])
      expect(kinds["Host::It.give"]).to match(["Kobako::ServiceError", /Integer of 1048577 bytes/])
      expect(kinds["Host::It.yield_it { 1 }"]).to match(["Kobako::ServiceError", /Integer of 1048577 bytes/])
      expect { sandbox.run(:Echo, [value]) }.to raise_error(ArgumentError, /Integer of 1048577 bytes/)
      expect { sandbox.eval("[#{code}]") }.to raise_error(Kobako::SandboxError, /Integer of 1048577 bytes/)
    end
  end

  { "a NUL" => "\0a", "bytes" => "\xff\xfe".b, "a surrogate" => "\xED\xA0\x80".b, "nothing" => "",
    "1 MiB" => "x" * (1 << 20), "a path" => "../../etc", "code" => "system('id')" }.each do |kind, text|
    literal = kind == "1 MiB" ? "'x' * (1 << 20)" : text.b.inspect

    it "of #{kind} as a method's name is a method that does not exist" do
      code = "begin; Host::It.method_missing((#{literal}).to_sym, 1); rescue => e; e.class.to_s; end"
      error = begin
        sandbox.eval(code)
      rescue Kobako::Error => e
        e
      end

      valid = text.dup.force_encoding("UTF-8").valid_encoding?
      expect(error).to valid ? eq("Kobako::ServiceError").or(eq("ArgumentError")) : eq("EncodingError")
      expect(service.got).to be_nil
    end

    it "of #{kind} as a message of an exception reaches the other side as text" do
      service.giving(text)

      expect { sandbox.eval("Host::It.fail_with") }
        .to raise_error(Kobako::ServiceError) { |error|
          expect(error.message).to start_with("KeyError: ").and be_valid_encoding
          expect(error.cause.message).to eq(text)
        }
      expect { sandbox.eval("raise ArgumentError, #{literal}") }
        .to raise_error(Kobako::SandboxError) { |error|
          expect(error.klass).to eq("ArgumentError")
          expect(error.message).to be_valid_encoding
        }
    end
  end

  it "of the largest size crosses in each direction, and a byte more is refused" do
    [(16 << 20) - 100, 16 << 20, (16 << 20) + 1].each do |size|
      fits = size < 16 << 20
      service.giving("x" * size)

      expect(sandbox.eval("begin; Host::It.give.bytesize; rescue Kobako::ServiceError => e; e.message; end"))
        .to(fits ? eq(size) : match(/16777216/))
      expect(sandbox.eval("begin; Host::It.take('x' * #{size}); 1; rescue => e; e.message; end"))
        .to(fits ? eq(1) : match(/16777216/))
      expect(sandbox.eval("begin; Host::It.yield_it { |v| v.bytesize }; rescue => e; e.message; end"))
        .to(fits ? eq(size) : match(/16777216/))
    end
    expect { sandbox.run(:Echo, "x" * (16 << 20)) }.to raise_error(ArgumentError, /16777216/)
  end
end
