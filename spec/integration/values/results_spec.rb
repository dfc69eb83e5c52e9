# frozen_string_literal: true

require "support/hostile_module"
require "support/memory_use"
require "support/scripts"

RSpec.describe "The outcome that a guest leaves" do
  include HostileModule
  include MemoryUse

  let(:trap_error) { an_instance_of(Kobako::TrapError) }
  let(:transport_error) { an_instance_of(Kobako::Transport::Error) }

  def left(payload, tag: 1) = attack(sandbox_leaving([tag].pack("C") + payload.b))

  describe "at a place" do
    def at(ptr, len, memory: HostileModule::MEMORY)
      attack(hostile_sandbox(memory:, take_outcome: HostileModule.packed(ptr, len),
                             fields: '(data (i32.const 0x1fffe) "\01\07")'))
    end

    it "is read where it touches the end of memory" do
      expect(at(0x1fffe, 2)).to eq(7)
    end

    {
      "a byte past the end" => [0x1fffe, 3], "at the end, of one byte" => [0x20000, 1],
      "at the end of the address space" => [-1, 1], "in the middle of the address space" => [-0x80000000, 2],
      "all of the address space" => [0, -1], "wrapped round the address space" => [-2, 4],
      "longer than memory" => [64, 0x20000], "of 16 MiB and a byte" => [0, (16 << 20) + 1]
    }.each do |kind, (ptr, len)|
      it "is a TrapError #{kind}" do
        expect { at(ptr, len) }.to raise_error(trap_error, /\ASandbox#eval failed: wire violation: /)
      end
    end

    { "at address 0" => 0, "inside memory" => 64, "at the end of memory" => 0x20000 }.each do |kind, ptr|
      it "is a TrapError when it is empty #{kind}" do
        expect { at(ptr, 0) }.to raise_error(trap_error, /empty outcome/)
      end
    end

    it "may lie over anything else in memory" do
      expect(at(0x1fffe, 2)).to eq(7)
      expect { at(0, 25) }.to raise_error(trap_error, /tag/)
    end

    it "is taken at 16 MiB and refused a byte over, before it is looked at" do
      memory = '(memory (export "memory") 1024)'
      size = 16 << 20
      fields = %[(data (i32.const 0x10000) "#{HostileModule.literal([1, 0xc6, size - 6].pack("CCN"))}")]
      whole = hostile_sandbox(memory:, fields:, take_outcome: HostileModule.packed(0x10000, size))
      over = hostile_sandbox(memory:, fields:, take_outcome: HostileModule.packed(0x10000, size + 1))

      expect(attack(whole).bytesize).to eq(size - 6)
      expect { attack(over) }.to raise_error(trap_error, /message of 16777217 bytes, the limit is 16777216/)
    end
  end

  describe "with a tag" do
    it "is a TrapError unless the tag is 1 or 2" do
      [0, 3, 4, 0x7f, 0x80, 0xff].each do |tag|
        expect { left("\x2a", tag:) }
          .to raise_error(trap_error, format("Sandbox#eval failed: wire violation: outcome with the unknown tag 0x%02x",
                                             tag))
      end
    end

    it "is a Transport::Error when nothing follows the tag" do
      [1, 2].each { |tag| expect { left("", tag:) }.to raise_error(transport_error, /cannot be decoded/) }
    end
  end

  describe "as a value" do
    def nested(levels) = "#{"\x91" * levels}\xc0".b

    it "is taken at 128 levels and a Transport::Error at 129" do
      expect(left(nested(128)).flatten).to eq([nil])
      expect { left(nested(129)) }.to raise_error(transport_error, /nested deeper than 128 levels/)
    end

    it "is a Transport::Error for 60,000 levels" do
      expect { left(nested(60_000)) }.to raise_error(transport_error, /nested deeper/)
      expect { left(("\x81\xc0" * 60_000).b) }.to raise_error(transport_error, /nested deeper/)
    end

    {
      "an array of 2**32 - 1" => "\xdd\xff\xff\xff\xff", "a map of 2**32 - 1" => "\xdf\xff\xff\xff\xff",
      "a str of 2**32 - 1" => "\xdb\xff\xff\xff\xff", "a bin of 2**32 - 1" => "\xc6\xff\xff\xff\xff",
      "an ext of 2**32 - 1" => "\xc9\xff\xff\xff\xff\x00", "an array of one without it" => "\x91",
      "a map whose last value is missing" => "\x82\x01\x02\x03", "half an integer" => "\xcf\x00\x00\x00",
      "half a float" => "\xcb\x00", "half a str" => "\xa4ab", "half a length" => "\xdc\x00",
      "half a symbol" => "\xc7\x04\x00a",
      "an array of arrays that overlap" => "\x92\xdd\x00\x00\x00\x05\xdd\x00\x00\x00\x05"
    }.each do |kind, payload|
      it "is a Transport::Error for #{kind}, without memory for it" do
        before = resident

        expect { left(payload) }
          .to raise_error(transport_error) { |error| expect(error.cause).to be_a(Kobako::Codec::Truncated) }
        expect(resident - before).to be < 16 << 20
      end
    end

    {
      "the reserved marker" => "\xc1", "an ext that the wire does not have" => "\xd4\x03\x00",
      "a negative ext" => "\xd4\xff\x00", "a timestamp" => "\xd6\xff\x00\x00\x00\x00",
      "a handle without a table" => "\xd6\x01\x00\x00\x00\x01", "the handle 0" => "\xd6\x01\x00\x00\x00\x00",
      "a handle over 2**31 - 1" => "\xd6\x01\x80\x00\x00\x00",
      "a handle in another frame" => "\xc7\x04\x01\x00\x00\x00\x01",
      "a handle of one byte" => "\xd4\x01\x01", "a fault" => "\xc7\x01\x02\x80",
      "a handle in a handle's place in an array" => "\x91\xd6\x01\x00\x00\x00\x01",
      "bytes after the value" => "\x01\x02", "an outcome after the value" => "\x2a\x01\x2a"
    }.each do |kind, payload|
      it "is a Transport::Error for #{kind}" do
        expect { left(payload) }
          .to raise_error(transport_error) { |error| expect(error.cause).to be_a(Kobako::Codec::InvalidType) }
      end
    end

    {
      "a str that is not UTF-8" => "\xa1\xff", "a surrogate" => "\xa3\xed\xa0\x80", "an overlong NUL" => "\xa2\xc0\x80",
      "a code point over U+10FFFF" => "\xa4\xf4\x90\x80\x80", "a cut character" => "\xa1\xc3",
      "a symbol that is not UTF-8" => "\xd4\x00\xff", "a key that is not UTF-8" => "\x81\xa1\xff\xc0"
    }.each do |kind, payload|
      it "is a Transport::Error for #{kind}" do
        expect { left(payload) }
          .to raise_error(transport_error) { |error| expect(error.cause).to be_a(Kobako::Codec::InvalidEncoding) }
      end
    end

    {
      "integers in longer forms" => ["\x93\xd3\x00\x00\x00\x00\x00\x00\x00\x01\xcd\x00\x01\xd1\xff\xff", [1, 1, -1]],
      "the largest and the least integer" => ["\x92\xcf#{"\xff" * 8}\xd3\x80#{"\x00" * 7}", [(2**64) - 1, -(2**63)]],
      "a float 32" => ["\xca\x3f\xc0\x00\x00", 1.5], "infinity" => ["\xcb\x7f\xf0#{"\x00" * 6}", Float::INFINITY],
      "lengths in longer forms" => ["\xdf\x00\x00\x00\x01\xdb\x00\x00\x00\x01a\xdd\x00\x00\x00\x00", { "a" => [] }],
      "symbols in every form" => ["\x94\xc7\x00\x00\xd4\x00a\xc8\x00\x03\x00abc\xc9\x00\x00\x00\x01\x00b",
                                  [:"", :a, :abc, :b]],
      "a NUL in str, bin, symbol" => ["\x93\xa1\x00\xc4\x01\x00\xd4\x00\x00", ["\0", "\0", :"\x00"]],
      "an empty key" => ["\x82\xa0\x01\xc7\x00\x00\x02", { "" => 1, :"" => 2 }],
      "a str and a symbol that look the same" => ["\x82\xa1a\x01\xd4\x00a\x02", { "a" => 1, a: 2 }],
      "keys of every type" => ["\x85\xc0\x01\xc3\x02\x93\x01\x02\x03\x03\x80\x04\xcb\x3f\xf8#{"\x00" * 6}\x05",
                               { nil => 1, true => 2, [1, 2, 3] => 3, {} => 4, 1.5 => 5 }]
    }.each do |kind, (payload, value)|
      it "is taken with #{kind}" do
        expect(left(payload)).to eq(value)
      end
    end

    it "keeps the sign of zero and NaN" do
      expect(1 / left("\xcb\x80#{"\x00" * 7}")).to eq(-Float::INFINITY)
      expect(left("\xcb\x7f\xf8#{"\x00" * 6}")).to be_nan
      expect(left("\xcb\xff\xff#{"\xff" * 6}")).to be_nan
    end

    it "takes the last of equal keys" do
      expect(left("\x82\xa1a\x01\xa1a\x02")).to eq("a" => 2)
    end

    it "runs none of the host's code for what the guest names" do
      expect(left("\x81\xa5class\xa6Kernel")).to eq("class" => "Kernel")
      expect(left("\x81\xaajson_class\xa6Object")).to eq("json_class" => "Object")
    end
  end

  describe "as symbols" do
    it "is collected again: 100,000 names do not stay in Ruby's table" do
      before = symbols
      10.times { |round| expect(left(names(round)).size).to eq(10_000) }

      expect(symbols - before).to be < 11_000
    end

    def names(round)
      "\xdc#{[10_000].pack("n")}".b + Array.new(10_000) do |i|
                                        "\xc7\x08\x00#{format("%02d%06d", round + 40, i)}".b
                                      end.join
    end
  end

  describe "of Ruby" do
    include Scripts

    let(:sandbox) { Kobako::Sandbox.new }

    [2**64, -(2**63) - 1, 2**200, -(2**200), (2**63) - 1, 2**63, (2**64) - 1, -(2**63), 0, -1, 127, 128, -32, -33,
     2**31, 2**32, 2**53, -(2**31) - 1].each do |int|
      it "is the Integer #{int}, computed and written" do
        expect(sandbox.eval(int.to_s)).to eq(int)
        expect(sandbox.eval("#{int + 1} - 1")).to eq(int)
        expect(sandbox.eval("{ [#{int}] => #{int} }")).to eq({ [int] => int })
      end
    end

    {
      "a lone surrogate" => ['"\xed\xa0\x80"', "\xED\xA0\x80".b], "a cut character" => ['"gr\xc3"', "gr\xC3".b],
      "NUL bytes" => ['"\0a\0"', "\0a\0"], "a BOM" => ['"\ufeffa"', "\ufeffa"],
      "the last code point" => ['"\u{10ffff}"', "\u{10ffff}"],
      "every byte" => ["(0..255).map { |b| b.chr }.join", (0..255).map(&:chr).join.b],
      "combining text" => ['"e\u0301"', "e\u0301"]
    }.each do |kind, (code, text)|
      it "is a String of #{kind}, by itself, in an Array, as a key and a value" do
        expect(sandbox.eval("s = #{code}; [s, { s => s }]")).to eq([text, { text => text }])
        expect(sandbox.eval(code).encoding).to be(text.encoding)
      end
    end

    it "is a Symbol of any text" do
      expect(sandbox.eval('[:"a\0b", :"grün", :"", :[]=, :a?, :"x y"]')).to eq([:"a\x00b", :grün, :"", :[]=, :a?,
                                                                                :"x y"])
    end

    it "is a SandboxError for a Symbol that is not UTF-8" do
      expect(failure('"\xff".to_sym')).to be_a(Kobako::SandboxError)
    end

    it "is the shortest and the largest float" do
      [5e-324, 1.7976931348623157e308, 0.1 + 0.2, 1e23, -1.5e-10].each do |float|
        expect(sandbox.eval("#{[float].pack("G").unpack("N2")}.pack('N2').unpack('G').first")).to eq(float)
      end
    end

    it "is what the object was when the code ended, whatever its methods say" do
      expect(sandbox.eval(<<~RUBY)).to eq([1, { "k" => [2.5] }, "text", :s])
        class Array; def each = raise("each"); def size = 0; def to_a = raise("to_a"); def [](*) = raise("no"); end
        class Hash; def each = raise("each"); def keys = raise("keys"); def size = 7; def [](_) = raise("no"); end
        class String; def to_s = raise("to_s"); def bytesize = 99; end
        class Symbol; def to_s = raise("to_s"); def name = raise("name"); end
        [1, { "k" => [2.5] }, "text", :s]
      RUBY
    end

    it "is a subclass's content as the plain value" do
      expect(sandbox.eval("class Words < Array; end; Words.new << 'a'")).to eq(["a"]).and be_an_instance_of(Array)
      expect(sandbox.eval("class Text < String; end; Text.new('a')")).to eq("a").and be_an_instance_of(String)
      expect(sandbox.eval("class Table < Hash; end; t = Table.new; t[1] = 2; t")).to eq({ 1 => 2 })
    end

    it "is a SandboxError for arrays a million deep, and for cycles" do
      roomy = Kobako::Sandbox.new(memory_limit: 256 << 20)

      expect(failure("a = []; 1_000_000.times { a = [a] }; a", roomy)).to be_an_instance_of(Kobako::SandboxError)
      expect(failure("a = []; b = [a]; a << b; a")).to be_an_instance_of(Kobako::SandboxError)
      expect(failure("h = {}; h[:a] = [h]; h")).to be_an_instance_of(Kobako::SandboxError)
      expect(failure("a = []; h = { a => 1 }; a << h; h")).to be_an_instance_of(Kobako::SandboxError)
    end

    it "is a SandboxError for what shares itself into more than 16 MiB" do
      expect(failure("a = ['x' * 1000]; 20.times { a = [a, a] }; a"))
        .to be_an_instance_of(Kobako::SandboxError).or be_an_instance_of(Kobako::MemoryLimitError)
    end

    it "is a SandboxError for an object that pretends to be nil, true or a number" do
      expect(failure("class Odd; def nil? = true; def is_a?(_) = true; def class = NilClass; end; Odd.new"))
        .to be_an_instance_of(Kobako::SandboxError)
      expect(failure("class Odd < BasicObject; end; Odd.new")).to be_an_instance_of(Kobako::SandboxError)
    end

    it "is a SandboxError that names the class of what cannot cross, whatever the class says of itself" do
      expect(failure("class Odd; end; [{ a: Odd.new }]").message).to include("Odd")
      lying = "class Odd; def self.to_s = raise('x'); def self.name = 7; def self.inspect = loop {}; end"
      expect(failure("#{lying}; Odd.new"))
        .to be_an_instance_of(Kobako::SandboxError)
    end
  end
end
