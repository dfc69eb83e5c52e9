# frozen_string_literal: true

require_relative "support/expected_texts"
require_relative "support/judge"
require_relative "support/judge40"

# What gives an older CRuby the texts of Ruby 4.0, and the files that keep them.
RSpec.describe "The judge of the guest's programs" do
  { "a hash" => ['p({ a: 1, "b" => 2, "my key": 3, "a=": 4, "+": 5, "@a": 6, a?: 7, nil => { if: 8 } })',
                 '{a: 1, "b" => 2, "my key": 3, "a=": 4, "+": 5, "@a": 6, a?: 7, nil => {if: 8}}'],
    "a hash in itself" => ["h = {}; h[:a] = [h]; p h, [h]", "{a: [{...}]}\n[{a: [{...}]}]"],
    "a wide hash" => ["pp({ #{"a" * 40}: 1, b: %w[#{"c" * 40}] })",
                      "{#{"a" * 40}: 1,\n b: [\"#{"c" * 40}\"]}"],
    "a set" => ["p Set[1, Set[:a]], Class.new(Set).name", "Set[1, Set[:a]]\nnil"],
    "a set in itself" => ["s = Set[1]; s << s; p s", "Set[1, Set[...]]"],
    "the binary encoding" => ["p ''.b.encoding", "#<Encoding:BINARY (ASCII-8BIT)>"],
    "a message of several lines" => ['p RuntimeError.new("a\nb")', '#<RuntimeError:"a\nb">'] }
    .each do |name, (source, expected)|
    it("writes #{name} as Ruby 4.0 does") { expect(printed(source)).to eq("#{expected}\n") }
  end

  { "nil.foo" => "undefined method 'foo' for nil",
    "foo" => "undefined local variable or method 'foo' for main",
    "foo()" => "undefined method 'foo' for main",
    "Object.new.foo" => "undefined method 'foo' for an instance of Object",
    "BasicObject.new.foo" => "undefined method 'foo' for an instance of BasicObject",
    "String.foo" => "undefined method 'foo' for class String",
    "Kernel.foo" => "undefined method 'foo' for module Kernel",
    "1.puts" => "private method 'puts' called for an instance of Integer",
    "String.instance_method(:foo)" => "undefined method 'foo' for class 'String'",
    "Kernel.instance_method(:foo)" => "undefined method 'foo' for module 'Kernel'",
    "def (o = Object.new).to_s = super(1); o.singleton_class.class_eval { def a = super }; 3.instance_eval { a }" =>
      "undefined local variable or method 'a' for an instance of Integer",
    "1.instance_variable_get('x')" => "'x' is not allowed as an instance variable name",
    "'é' + \"\\xff\".b" => "incompatible character encodings: UTF-8 and BINARY (ASCII-8BIT)" }
    .each do |source, message|
    it "says #{message.inspect}" do
      expect(printed("begin; #{source}; rescue => e; puts e.message; end")).to eq("#{message}\n")
    end
  end

  it "keeps what is printed under the titles of sections" do
    files = ExpectedTexts.files_of(GuestPrograms::EXPECTED)
    expect(files).to eq(files.keys.to_h { |path| [path, File.read(path)] })
    expect(ExpectedTexts.section("language/a (B c)", "1\n")).to eq("# == B c\n1\n")
    expect(ExpectedTexts.section("language/a", "1")).to eq("1")
    expect { ExpectedTexts.section("language/a (B)", "1\n# == C\n") }.to raise_error(/like a title/)
    expect { ExpectedTexts.section("language/a (B)", "1") }.to raise_error(/unfinished line/)
  end

  it "names the first line that differs" do
    name, text = GuestPrograms::EXPECTED.first
    expect(ExpectedTexts.differences(name => text)).to eq([])
    expect(ExpectedTexts.differences(name => "#{text}more\n"))
      .to eq(["#{name}, line #{text.lines.size + 1}: \"more\\n\" instead of nil"])
    expect(ExpectedTexts.differences("language/none" => "")).to eq(["language/none: no text"])
  end

  it "leaves a program to a Ruby that is new enough" do
    expect(GuestPrograms.needs("# == A\n# Needs Ruby 3.4: steps\n")).to eq(Gem::Version.new("3.4"))
    expect(GuestPrograms.needs("puts 1\n")).to eq(Gem::Version.new("0"))
    old = GuestPrograms::SOURCES.select { |_, source| GuestPrograms.needs(source) > Judge::VERSION }
    expect(Judge.names).to match_array(GuestPrograms::SOURCES.keys - old.keys)
  end

  it "leaves out on WebAssembly only programs that exist, each with a reason" do
    expect(Judge40::LEFT_OUT.keys - GuestPrograms::SOURCES.keys).to eq([])
    expect(Judge40::LEFT_OUT.values).to all(be_a(String))
  end

  def printed(source) = Open3.capture2e(*Judge::COMMAND, stdin_data: source).first
end
