# frozen_string_literal: true

# What the sanitizers of `rake guest:sanitize` found in the interpreter, as scripts see it.
RSpec.describe "Faults that sanitizers found" do
  def run(source) = Kobako::Sandbox.new(memory_limit: 32 << 20).eval(source)

  {
    "lstrip!" => ["  ", 298], "rstrip!" => ["", 300], "strip!" => ["  ", 298]
  }.each do |method, (left, size)|
    it "#{method} leaves the strings alone that share their bytes" do
      found = run(<<~RUBY)
        whole = "  " + "abcdefghij" * 30 + "  "
        part = whole[#{2 - left.size}, 300]
        copies = [part.dup, part.dup]
        stripped = part.dup
        stripped.#{method}
        [stripped.size, copies.all? { |copy| copy == part }, whole == "  " + "abcdefghij" * 30 + "  "]
      RUBY
      expect(found).to eq([size, true, true])
    end
  end

  it "strips the last string that shares its bytes, whose buffer moves" do
    found = run("[('x' * 200)[3, 150].lstrip!, ('y' * 200)[3, 150].strip!, (' ' * 200)[3, 150].rstrip!]")
    expect(found).to eq([nil, nil, ""])
  end

  it "cuts off a tail whose length is as large as a length can be" do
    expect(run(<<~RUBY)).to eq(["bcd", "a", "", [1, 7], [1, 8, 9]])
      text = "abcd"
      list, other = [1, 2, 3], [1, 2, 3]
      list[1, 2**63 - 1] = 7
      other[1..2**63 - 1] = [8, 9]
      [text.slice!(1, 2**63 - 1), text.dup, text.slice!(1, 2**62), list, other]
    RUBY
  end

  it "packs BER numbers of more than 32 bits, and reads them again" do
    numbers = [2**31, 2**32, (2**35) - 1, 2**35, (2**40) + 5, 2**62, (2**63) - 1]
    found = run("n = #{numbers}; [n.pack('w*'), n.pack('w*').unpack('w*')]")
    expect(found).to eq([numbers.pack("w*"), numbers])
  end

  it "takes the lowest integer as operand of gcd, lcm and pow" do
    found = run("low = -2**63; [low.gcd(0), low.gcd(low), low.lcm(2), 0.gcd(low), 3.pow(5, low), 7.pow(100, low)]")
    expect(found).to eq([2**63, 2**63, 2**63, 2**63, 3.pow(5, -2**63), 7.pow(100, -2**63)])
  end

  it "tells the size of a range whose ends are far apart" do
    found = run("[(1..2**60).size, (0..2**63 - 1).size, (-2**63...0).size, (1..1e19).size, (5...5).size]")
    expect(found).to eq([2**60, 2**63, 2**63, 10**19, 0])
  end
end
