# frozen_string_literal: true

RSpec.describe "Marshal in a guest" do
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 64 << 20) }

  it "reads what the host's Ruby writes, and writes what it reads" do
    data = { name: "Ann", "scores" => [1, 2.5, 2**70, nil, true], 1..3 => :é, at: Time.utc(2024, 5, 6, 7, 8, 9) }
    bytes = Marshal.dump(data)
    expect(sandbox.eval("Marshal.load([#{bytes.unpack1("H*").inspect}].pack('H*')).inspect"))
      .to eq('{name: "Ann", "scores" => [1, 2.5, 1180591620717411303424, nil, true], 1..3 => :é, ' \
             "at: 2024-05-06 07:08:09 UTC}")
    hex = sandbox.eval("Marshal.dump([1, 'two', :three, { 'four' => 4.0 }, Rational(5, 6)]).unpack1('H*')")
    expect(Marshal.load([hex].pack("H*"))) # rubocop:disable Security/MarshalLoad
      .to eq([1, "two", :three, { "four" => 4.0 }, Rational(5, 6)])
  end

  it "raises for each byte that is changed what a program can rescue, or reads something else" do
    ended = sandbox.eval(<<~'RUBY')
      Known = Struct.new(:left, :right)
      bytes = Marshal.dump([1, -70_000, "text", { a: [2**80, 1.5] }, Known.new(:x, "é"), Time.utc(2000), 1..2, /re/])
      counts = Hash.new(0)
      bytes.bytesize.times do |at|
        [0, 1, 4, 6, 0x2f, 0x3a, 0x40, 0x49, 0x5b, 0x6c, 0x6f, 0x75, 0x7b, 0x7f, 0x80, 0xfc, 0xff].each do |byte|
          changed = bytes.dup
          changed.setbyte(at, byte)
          Marshal.load(changed)
          counts[:read] += 1
        rescue ArgumentError, TypeError, NameError, EncodingError, RangeError, RegexpError, FrozenError
          counts[:refused] += 1
        end
      end
      counts.values_at(:read, :refused)
    RUBY
    expect(ended).to match([be > 100, be > 1_000])
  end

  it "takes no more memory for a length that is not there" do
    small = Kobako::Sandbox.new
    ["[", "{", "\\\"", "l+", "f", ":", "S:\\x09Pair"].each do |mark|
      bytes = "\"\\x04\\b#{mark}\\x04\\xff\\xff\\xff\\x7f\".b"
      expect(small.eval("begin; Marshal.load(#{bytes}); rescue ArgumentError; :short; end")).to eq(:short)
    end
  end

  it "ends at the depth that calls have, and goes on" do
    expect(sandbox.eval(<<~RUBY)).to eq([true, "deep", 300])
      deep = 300.times.inject([]) { |inner, _| [inner] }
      copy = Marshal.load(Marshal.dump(deep))
      levels = 0
      levels += 1 while (copy = copy[0])
      far = 100_000.times.inject([]) { |inner, _| [inner] }
      failed = begin
        Marshal.dump(far)
      rescue SystemStackError
        "deep"
      end
      [begin; Marshal.load("\\x04\\b" + "[\\x06" * 100_000 + "0"); rescue SystemStackError; true; end, failed, levels]
    RUBY
  end
end
