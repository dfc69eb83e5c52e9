# frozen_string_literal: true

# What generated code and pasted data come to: it compiles, and has the values that CRuby gives it.
RSpec.describe "A source that is large" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 120, memory_limit: 512 << 20) }

  it "may have a hundred thousand rows of data, in a condition too" do
    rows = Array.new(100_000) { |i| %([#{i}, "row #{i}", :s#{i % 100}]) }.join(",\n")
    expect(sandbox.eval("if true\n  rows = [\n#{rows}\n]\nend\n[rows.size, rows[99_999], rows.sum { |row| row[0] }]"))
      .to eq([100_000, [99_999, "row 99999", :s99], 4_999_950_000])
  end

  it "may have a hash of fifty thousand pairs, and as many words" do
    pairs = Array.new(50_000) { |i| %("key #{i}" => #{i}.5) }.join(",\n")
    words = Array.new(50_000) { |i| "w#{i}" }.join(" ")
    expect(sandbox.eval("h = {\n#{pairs}\n}\n[h.size, h['key 49999']]")).to eq([50_000, 49_999.5])
    expect(sandbox.eval("x = %w[#{words}]\n[x.size, x.last]")).to eq([50_000, "w49999"])
  end

  it "may have a string of 16 MiB, of text too" do
    expect(sandbox.eval("x = '#{"a" * (15 << 20)}語'\n[x.size, x[-1]]")).to eq([(15 << 20) + 1, "語"])
    expect(sandbox.eval(%(x = "#{"語" * 100_000}"\nx.size))).to eq(100_000)
  end

  names = Array.new(255) { |i| "p#{i}" }
  {
    "required" => names, "optional" => names.map { |name| "#{name} = nil" }, "keywords" => names.map do |name|
                                                                                             "#{name}:"
                                                                                           end
  }.each do |kind, list|
    it "may have methods of 255 parameters: #{kind}" do
      arguments = names.each_with_index.map { |name, i| kind == "keywords" ? "#{name}: #{i}" : i }
      expect(sandbox.eval("def m(#{list.join(", ")}) = [p0, p31, p32, p254]\nm(#{arguments.join(", ")})"))
        .to eq([0, 31, 32, 254])
    end
  end

  it "may have four thousand locals, seen by blocks" do
    locals = Array.new(4_000) { |i| "v#{i} = #{i}" }.join("\n")
    expect(sandbox.eval("#{locals}\n[1].map { v3999 += v199 }\nv3999")).to eq(4_198)
  end

  it "may have code between a loop and its end that is longer than a short jump" do
    rows = "x += 1\n" * 20_000
    expect(sandbox.eval("x = 0\nwhile x < 30_000\n#{rows}end\nx")).to eq(40_000)
    expect(sandbox.eval("x = 0\nbegin\n#{rows}raise 'far'\nrescue => e\n#{rows}end\n[x, e.message]")).to eq([40_000,
                                                                                                             "far"])
  end

  it "is a SyntaxError with its line where it nests too deep" do
    { "[" => "]", "(" => ")", "{1=>" => "}", "a { " => "}", "if a;" => ";end" }.each do |from, to|
      expect { sandbox.eval("\n\n#{from * 5_000}1#{to * 5_000}") }
        .to raise_error(Kobako::SandboxError, /\A\(eval\):3: nested too deep \(use variables or methods\)/)
    end
  end

  it "leaves a deep recursion a SystemStackError where it evaluates nested text" do
    code = "class Deep; def to_s = (eval('#{"[" * 500}#{"]" * 500}'); [Deep.new].join); end; Deep.new.to_s"
    expect { sandbox.eval(code) }
      .to raise_error(Kobako::SandboxError) { |error| expect(error.klass).to eq("SystemStackError") }
  end
end
