# frozen_string_literal: true

# The compiler counts in 8 and 16 bits: what does not fit is an error, and never another value or another's memory.
RSpec.describe "A script with more of something than the compiler counts" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 120, memory_limit: 256 << 20) }

  names = ->(mark, count) { Array.new(count) { |i| "#{mark}#{i}" }.join(", ") }

  {
    "variables behind a rest" =>
      ["*a, #{names["$v", 256]} = *0...300", /too many variables after a rest .*limit is 255/],
    "texts evaluated within each other" =>
      ["x = 7; i = 0; code = 'i += 1; i < 300 ? eval(code) : (x += 1)'; eval(code)", /nested too deep .*limit is 255/]
  }.each do |what, (code, message)|
    it "is refused for #{what}" do
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, message)
      expect(sandbox.eval("1 + 1")).to eq(2)
    end
  end

  it "takes as many as there is room for" do
    expect(sandbox.eval("#{names["$v", 257]} = *0...257; [$v0, $v256]")).to eq([0, 256])
    expect(sandbox.eval("*a, #{names["$v", 255]} = *0...300; [a.size, $v0, $v254]")).to eq([45, 45, 299])
    expect(sandbox.eval("for #{names["@v", 257]} in [[*0...257]]; end; [@v0, @v256]")).to eq([0, 256])
    expect(sandbox.eval("#{names["v", 4000]} = *0...4000; [v0, v199, v200, v3999]")).to eq([0, 199, 200, 3999])
    expect(sandbox.eval("proc { #{names["v", 1000]} = 1, *Array.new(999, 0); [v0, v999] }.call")).to eq([1, 0])
  end

  it "is refused for keywords in an assignment by index" do
    ["k[1, a: 2] = 5", "k[a: 2] = 5", "k[*[1, 2], a: 2] = 5", "k[1, **h] = 5"].each do |code|
      expect { sandbox.eval("k = []; h = {}; #{code}") }
        .to raise_error(Kobako::SandboxError, /keywords are not allowed in index assignment expressions/)
    end
  end

  # In groups, for a list of them all takes the parser long.
  it "is refused for literals by the ten thousand", long: true do
    sandbox = Kobako::Sandbox.new(timeout: 600, memory_limit: 256 << 20)
    literals = Array.new(65_792) { |i| "x = #{3_000_000_000 + i}" }
    groups = literals.each_slice(256).map { |group| "(#{group.join("\n")})" }
    expect { sandbox.eval("x = 0\n#{groups.join("\n")}\nx") }
      .to raise_error(Kobako::SandboxError, /too many different literals .*limit is 65,535/)
  end
end
