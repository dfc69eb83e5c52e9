# frozen_string_literal: true

require "support/hostile_module"
require "support/processes"

# Under 0.2 s of a processor were seen; it was seconds to minutes where the work grew with the square of the bytes.
RSpec.describe "A value that is costly for Ruby's own Hash", :volume do
  include HostileModule
  include Processes

  far_more = 3

  let(:service) do
    Class.new do
      attr_reader :got

      def take(*values, **words) = (@got = [values, words]) && nil
      def from_block = (@got = yield.itself) && nil
      def node = self
    end.new
  end
  let(:sandbox) do
    Kobako::Sandbox.new(timeout: nil, memory_limit: 512 << 20).tap do |sandbox|
      sandbox.define(:Host).bind(:It, service)
    end
  end

  shapes = {
    "NaN as keys" => "h = {}.compare_by_identity; 6_000.times { h[0.0 / 0] = 1 }; h",
    "Arrays of NaN as keys" => "h = {}.compare_by_identity; 3_000.times { h[[0.0 / 0]] = 1 }; h",
    "Hashes of NaN as keys" => "h = {}.compare_by_identity; 3_000.times { h[{ 0.0 / 0 => 0 }] = 1 }; h",
    "equal Arrays as keys" => <<~RUBY,
      class Array; def hash = object_id; def eql?(other) = equal?(other); end
      h = {}; 6_000.times { h[[0]] = 1 }; h
    RUBY
    "Arrays of equal hashes as keys" => <<~RUBY,
      h = {}; pair = [0.0, -0.0]; 4_096.times { |i| h[Array.new(12) { |bit| pair[i[bit]] }] = 1 }; h
    RUBY
    "many Integers as keys" => "h = {}; 150_000.times { |i| h[i] = 1 }; h",
    "many Floats as keys" => "h = {}; 150_000.times { |i| h[i / 2.0] = 1 }; h",
    "many texts as keys" => "h = {}; 150_000.times { |i| h[i.to_s] = 1 }; h",
    "many pairs as keys" => "h = {}; 50_000.times { |i| h[[i, -i]] = 1 }; h",
    "nested keys" => "k = [0]; 60.times { k = { k => 1 } }; k",
    "decimals that are NaN in a Set" => "s = Set.new.compare_by_identity; n = 0.0 / 0; 3_000.times { s << n.to_d }; s",
    "equal Sets in a Set" => "s = Set.new.compare_by_identity; 3_000.times { s << Set[1] }; s",
    "Sets of many members in a Set" => "s = Set.new; 2_000.times { |i| s << Set[i.to_f, [i]] }; s",
    "Sets in Sets" => "s = Set[0]; 60.times { |i| s = Set[s, i] }; s",
    "many Ranges as keys" => "h = {}; 20_000.times { |i| h[i..(i + 1.0)] = 1 }; h",
    "many Times as keys" => "h = {}; 20_000.times { |i| h[Time.at(i, in: i % 3600)] = 1 }; h",
    "long Rationals" => "Array.new(300) { |i| Rational((1 << 32_000) + i, (1 << 32_000) + 1) }"
  }
  shapes.each do |kind, code|
    {
      "a result" => "v",
      "an argument" => "Host::It.take(v)",
      "an element of an argument" => "Host::It.take([[v]])",
      "a keyword" => "Host::It.take(k: v)",
      "a block's value" => "Host::It.from_block { v }",
      "a block's last word" => "Host::It.from_block { break v }",
      "an argument of a handle's method" => "Host::It.node.take(v)",
      "an argument of a method that does not exist" => "Host::It.nothing(v) rescue nil"
    }.each do |place, use|
      it "crosses as #{place}, with #{kind}" do
        expect(spent { sandbox.eval("require 'bigdecimal/util'; v = (#{code})\n#{use}") }).to be < allowed(far_more)
      end
    end
  end

  {
    "a key of 100,000 bytes" => ["{ [0] * 100_000 => 1 }", /a Hash key, or a member .* of 10000\d bytes, .* is 65536/],
    "keys in keys that are hashed again at each level" =>
      ["k = [[0] * 30] * 1_000; 110.times { k = { k => 1 } }; k", /Hash keys and members .* than \d+ bytes of keys/]
  }.each do |kind, (code, reason)|
    describe "beyond what is read, as #{kind}" do
      it "is a SandboxError as a result" do
        expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, reason)
        expect(sandbox.eval("1")).to eq(1)
      end

      it "is an argument fault as an argument or a keyword, also of a method that does not exist" do
        ["Host::It.take(v)", "Host::It.take(k: v)", "Host::It.nothing(v)", "Host::It.node.take([v])"].each do |use|
          expect(sandbox.eval("v = (#{code})\nbegin; #{use}; rescue => e; e.message; end")).to match(reason)
        end
        expect(service.got).to be_nil
      end

      it "is a TypeError in the service that uses it as a block's value, and goes through with break" do
        expect { sandbox.eval("v = (#{code})\nHost::It.from_block { v }") }
          .to raise_error(Kobako::ServiceError, reason) { |error| expect(error.cause).to be_a(TypeError) }
        expect(sandbox.eval("v = (#{code})\nHost::It.from_block { break v }.equal?(v)")).to be(true)
      end
    end
  end

  it "takes a key of 64 KiB and refuses a byte more" do
    # An Array of one text begins with four bytes.
    expect(sandbox.eval("{ ['x' * 65_532] => 1 }").keys.dig(0, 0).bytesize).to eq(65_532)
    expect { sandbox.eval("{ ['x' * 65_533] => 1 }") }
      .to raise_error(Kobako::SandboxError, /a member of a Set, of 65537 bytes/)
  end

  it "keeps all pairs of keys that equal nothing, apart by identity" do
    hash = sandbox.eval("{ 0.0 / 0 => 1, 'a' => 2, [0.0 / 0] => 3 }")

    expect(hash).to be_compare_by_identity
    expect(hash.values).to eq([1, 2, 3])
    expect(sandbox.eval("{ 0.0 / 0 => 1, 'a' => 2 }")).to have_attributes(compare_by_identity?: false, size: 2)
  end

  it "finds Arrays as keys by what they hold" do
    hash = sandbox.eval("{ [1, 2] => :a, [1, 2.0] => :b, { x: [1] } => :c, [0.0] => :d }")

    expect([[1, 2], [1, 2.0], { x: [1] }, [0.0]].map { |key| hash[key] }).to eq(%i[a b c d])
  end

  describe "that takes longer than the timeout" do
    long_array = "\x01\xdd\x00\xff\xf0\x00".b

    let(:sandbox) do
      hostile_sandbox({ timeout: 0.02 }, memory: '(memory (export "memory") 260)',
                                         fields: %[(data (i32.const 256) "#{HostileModule.literal(long_array)}")],
                                         eval: "(memory.fill (i32.const 262) (i32.const 192) (i32.const 0xfff000))",
                                         take_outcome: HostileModule.packed(256, 0xfff006))
    end

    it "ends as a TimeoutError while the host reads it, and its time counts" do
      expect { attack(sandbox) }.to raise_error(Kobako::TimeoutError, /Sandbox#eval failed: guest ran for/)
      expect { sandbox.eval("attack") }.to raise_error(Kobako::TimeoutError)
      expect(sandbox.usage.wall_time).to be >= 0.02
    end
  end

  it "counts while it is written as an argument of run" do
    sandbox = Kobako::Sandbox.new(timeout: 0.05, memory_limit: 256 << 20)
    sandbox.preload(name: :Nothing, code: "Nothing = ->(*) { nil }")

    expect { sandbox.run(:Nothing, [[]] * 8_000_000) }.to raise_error(Kobako::TimeoutError, /Sandbox#run failed/)
    expect(sandbox.usage.wall_time).to be >= 0.05
    expect(sandbox.run(:Nothing) { |run| run.timeout = 60 }).to be_nil
  end

  it "lets other threads run while it is read" do
    reading = seen = false
    other = Thread.new { sleep(0.001) until (seen = reading) }
    long_array = "\xdd\x00\xff\xf0\x00#{"\xc0" * 0xfff000}".b
    reading = true
    expect(Kobako::Codec::Decoder.decode(long_array).size).to eq(0xfff000)
    reading = false
    expect(other.join && seen).to be(true)
  ensure
    other.kill
  end
end
