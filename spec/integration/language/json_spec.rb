# frozen_string_literal: true

require "json"
require "yaml"

# CRuby's json and the guest's read and write the same vectors, and come to the same.
RSpec.describe "JSON in the guest" do
  sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 600)
  # The result and how it looks, or the class of the error.
  source = <<~'RUBY'
    # Ruby 4.0 writes what is empty in one line.
    emptied = ->(text) { RUBY_VERSION < "4.0" ? text.b.gsub(/\[\s+\]/, "[]").gsub(/\{\s+\}/, "{}") : text }
    show = lambda do |value|
      case value
      when Hash then "Hash(#{value.map { |pair| pair.map { |item| show.call(item) }.join("=") }.join(",")})#{value.frozen?}"
      when Array then "Array(#{value.map { |item| show.call(item) }.join(",")})#{value.frozen?}"
      when String then "String(#{emptied.call(value).bytes.join("-")})#{value.frozen?}"
      else "#{value.class}(#{value.inspect})"
      end
    end
    outcome = ->(&block) { show.call(block.call) }
    attempt = lambda do |&block|
      outcome.call(&block)
    rescue JSON::NestingError => e
      "#{e.class}: #{e.message}"
    rescue JSON::JSONError, TypeError => e
      e.class.to_s
    end
    Parse = ->(text, options) { attempt.call { JSON.parse(text, options) } }
    Generate = ->(code, options) { attempt.call { JSON.generate(eval(code), options) } }
    Pretty = ->(code, _) { attempt.call { JSON.pretty_generate(eval(code)) } }
    ToJson = ->(code, _) { attempt.call { eval(code).to_json } }
    Run = ->(code, _) { attempt.call { eval(code) } }
  RUBY
  classes = <<~RUBY
    class JsonPoint; def initialize(x, y) = (@x, @y = x, y); def to_json(*args) = { "x" => @x, "y" => [@y] }.to_json(*args); end
    class JsonName; def to_s = "na\\"me"; end
    class JsonHash < Hash; end
    class JsonText < String; end
    class JsonNumber; def to_json(*) = 5; end
    class JsonPlain; def to_json(*) = "[1,  2]"; end
    JsonPair = Struct.new(:left, :right)
  RUBY
  sandbox.preload(name: :Outcomes, code: source + classes)
  host = Module.new
  # An older json writes empty arrays and objects over two lines, and these floats as to_s does.
  floats = { "1.0e+20" => "1e+20", "1.0e+16" => "1e+16", "1.0e+15" => "1e+15",
             "1.5e-09" => "0.0000000015", "5.0e-324" => "5e-324" }
  as_of_now = lambda do |text|
    next text unless text.is_a?(String) && Gem::Version.new(JSON::VERSION) < Gem::Version.new("2.11")

    (floats[text] || text.gsub(/\[\s+\]/, "[]").gsub(/\{\s+\}/, "{}")).dup
  end
  host.const_set(:AsOfNow, as_of_now)
  writes = ["JSON.generate(eval(code), options)", "JSON.pretty_generate(eval(code))", "eval(code).to_json",
            "eval(code)"]
  host.module_eval(writes.inject(source) { |all, one| all.gsub("{ #{one} }", "{ AsOfNow.call(#{one}) }") })
  Object.class_eval(classes)

  define_method(:both) do |entry, *arguments|
    [sandbox.run(entry, *arguments), host.const_get(entry).call(*arguments)]
  end

  vectors = YAML.load_file(File.expand_path("../../fixtures/json_vectors.yml", __dir__))
  deep = { "[" => "]", '{"a":' => "}" }.flat_map { |open, close| [100, 101].map { |n| "#{open * n}1#{close * n}" } }
  texts = vectors["texts"] + deep + ["[" * 50, "[\"\xff\"]", "[1, \"#{"x" * 5000}\"]", "\"#{"\u00e9" * 100}\""]

  texts.each do |text|
    it "reads #{text.inspect[0, 60]} as CRuby does" do
      guest, cruby = both(:Parse, text, nil)
      expect(guest).to eq(cruby)
    end
  end

  {
    "{\"a\":{\"b c\":1}}" => { symbolize_names: true }, "[NaN,Infinity,-Infinity]" => { allow_nan: true },
    "[[1]]" => { max_nesting: 1 }, "[[2]]" => { max_nesting: 2 }, "[[[3]]]" => { max_nesting: 0 },
    "#{"[" * 500}#{"]" * 500}" => { max_nesting: false }, "#{"[" * 200}4#{"]" * 200}" => { max_nesting: nil },
    "[\"a\",{\"b\":[]}]" => { freeze: true }, "{\"json_class\":\"String\"}" => { create_additions: false }
  }.each do |text, options|
    it "reads #{text[0, 40]} with #{options} as CRuby does" do
      guest, cruby = both(:Parse, text, options)
      expect(guest).to eq(cruby)
    end
  end

  vectors["values"].each do |code|
    %i[Generate Pretty ToJson].each do |entry|
      it "writes #{code} as CRuby does (#{entry})" do
        guest, cruby = both(entry, code, nil)
        expect(guest).to eq(cruby)
      end
    end
  end

  {
    "[Float::NAN, -Float::INFINITY]" => { allow_nan: true }, "'é😀a'" => { ascii_only: true },
    "[[[]]]" => { max_nesting: 3 }, "[[[[]]]]" => { max_nesting: 3 },
    "{ a: [1, { b: 2 }] }" => { indent: "\t", object_nl: "\n", array_nl: "\n", space: " ", space_before: " " },
    "[1, [2]]" => { array_nl: "\n" },
    "{ a: 1, b: {} }" => { object_nl: "\n" },
    "[1, { a: JsonPoint.new(1, 2) }]" => { indent: " ", array_nl: "\n", object_nl: "\n" },
    "101.times.inject([]) { |m, _| [m] }" => { max_nesting: false }, "[1]" => { space: 3 }
  }.each do |code, options|
    it "writes #{code} with #{options} as CRuby does" do
      guest, cruby = both(:Generate, code, options)
      expect(guest).to eq(cruby)
    end
  end

  vectors["calls"].each do |code|
    it "gives #{code} as CRuby does" do
      guest, cruby = both(:Run, code, nil)
      expect(guest).to eq(cruby)
    end
  end

  def fresh = Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 600)

  it "says where a text is wrong, by line and column" do
    code = "begin; JSON.parse(TEXT); rescue JSON::ParserError => e; [e.message, e.line, e.column]; end"
    {
      "{\"a\": 1,\n \"é\": tru}" => ["unexpected token at 'tru}' (line 2, column 7)", 2, 7],
      "[1, 2" => ["unexpected end of the text (line 1, column 6)", 1, 6],
      "" => ["unexpected end of the text (line 1, column 1)", 1, 1],
      "[#{"x" * 100}" => ["unexpected token at '#{"x" * 40}' (line 1, column 2)", 1, 2],
      "[é#{"€" * 40}" => ["unexpected token at 'é#{"€" * 12}' (line 1, column 2)", 1, 2]
    }.each { |text, answer| expect(fresh.eval(code.sub("TEXT") { text.inspect })).to eq(answer) }
  end

  it "escapes what would end a script element, where that is asked for" do
    expect(fresh.eval("JSON.generate(\"</script>\\u2028\", script_safe: true)")).to eq('"<\/script>\u2028"')
  end

  it "never makes objects of a text's choice" do
    expect(fresh.eval("JSON.parse('{\"json_class\":\"Range\",\"a\":[1,2,false]}').class.to_s")).to eq("Hash")
    expect { fresh.eval("JSON.parse('{}', create_additions: true)") }
      .to raise_error(Kobako::SandboxError, /create_additions/)
  end

  it "answers require 'json' with true and then false" do
    expect(fresh.eval("[require('json'), require('json')]")).to eq([true, false])
  end

  it "reads and writes texts of megabytes" do
    roomy = Kobako::Sandbox.new(memory_limit: 256 << 20, timeout: 600)
    code = "rows = Array.new(20_000) { |i| { 'id' => i, 'name' => 'n' + i.to_s, 'x' => [i * 0.5, nil, true] } }; " \
           "text = JSON.generate(rows); [text.size > 900_000, JSON.parse(text) == rows]"
    expect(roomy.eval(code)).to eq([true, true])
  end

  describe "with hostile values" do
    vectors["stays_whole"].each do |kind, code|
      it "stays whole for #{kind}" do
        expect(fresh.eval(code)).to be_a(String).or(be_an(Array))
      end
    end

    vectors["raises"].each do |kind, script|
      it "raises for #{kind}" do
        expect { fresh.eval(script["code"]) }
          .to raise_error(Kobako::SandboxError) { |error| expect(error.klass).to match(/\A(#{script["error"]})\z/) }
      end
    end

    it "reads a text that is nested a million levels deep without max_nesting" do
      code = "a = JSON.parse('[' * 1_000_000 + ']' * 1_000_000, max_nesting: 0); n = 0; n += 1 while a = a[0]; n"
      expect(Kobako::Sandbox.new(memory_limit: 512 << 20, timeout: 600).eval(code)).to eq(999_999)
    end

    it "stops at the timeout in a number of a million digits" do
      hurried = Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 0.2)
      expect { hurried.eval("loop { JSON.parse('1' * 1_000_000) }") }.to raise_error(Kobako::TimeoutError)
      expect(hurried.usage.cpu_time).to be < 20
    end
  end
end
