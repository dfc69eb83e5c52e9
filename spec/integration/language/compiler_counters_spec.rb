# frozen_string_literal: true

# The compiler counts in 8 and 16 bits: what does not fit is an error, and never another value or another's memory.
RSpec.describe "A script with more of something than the compiler counts" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 120, memory_limit: 256 << 20) }

  names = ->(mark, count) { Array.new(count) { |i| "#{mark}#{i}" }.join(", ") }

  {
    "variables that an array is assigned to" => ["#{names["$v", 257]} = *0...257", /too complex expression/],
    "variables behind a rest" => ["*a, #{names["$v", 256]} = *0...300", /too complex expression/],
    "variables of a for loop" => ["for #{names["@v", 257]} in [[*0...257]]; end", /too complex expression/],
    "local variables" => ["#{names["v", 255]} = *0...255", /too many local variables/],
    "local variables of a block" => ["proc { #{names["v", 1000]} = 1 }", /too many local variables/],
    "texts evaluated within each other" =>
      ["x = 7; i = 0; code = 'i += 1; i < 300 ? eval(code) : (x += 1)'; eval(code)", /too complex expression/]
  }.each do |what, (code, message)|
    it "is refused for #{what}" do
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, message)
      expect(sandbox.eval("1 + 1")).to eq(2)
    end
  end

  it "takes as many as there is room for" do
    expect(sandbox.eval("#{names["$v", 256]} = *0...256; [$v0, $v255]")).to eq([0, 255])
    expect(sandbox.eval("*a, #{names["$v", 255]} = *0...300; [a.size, $v0, $v254]")).to eq([45, 45, 299])
    expect(sandbox.eval("#{names["v", 253]} = *0...253; [v0, v252]")).to eq([0, 252])
  end

  it "gives all keywords to an assignment by index" do
    code = "class Keyed; def []=(*list) = $list = list; end; k = Keyed.new; h = { z: 9 }; "
    { "k[1, a: 2]" => [1, { "a" => 2 }], "k[a: 2]" => [{ "a" => 2 }],
      "k[*[1, 2], a: 2, b: 3]" => [1, 2, { "a" => 2, "b" => 3 }],
      "k[1, **h, b: 3]" => [1, { "z" => 9, "b" => 3 }],
      "k[#{Array.new(13) { |i| i }.join(", ")}, a: 2]" => [*0..12, { "a" => 2 }] }.each do |target, list|
      stored = sandbox.eval("#{code}#{target} = 5; $list.map { |v| v.is_a?(Hash) ? v.transform_keys(&:to_s) : v }")
      expect(stored).to eq([*list, 5])
    end
  end

  # In groups, for a list of them all takes the parser long.
  it "is refused for literals by the ten thousand", long: true do
    sandbox = Kobako::Sandbox.new(timeout: 600, memory_limit: 256 << 20)
    literals = Array.new(65_792) { |i| "x = #{3_000_000_000 + i}" }
    groups = literals.each_slice(256).map { |group| "(#{group.join("\n")})" }
    expect { sandbox.eval("x = 0\n#{groups.join("\n")}\nx") }
      .to raise_error(Kobako::SandboxError, /too many literals/)
  end
end
