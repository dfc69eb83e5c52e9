# frozen_string_literal: true

require "rbconfig"
require "support/spec_trees"

RSpec.describe RubySuite do
  include SpecTrees

  let(:passed) { { "language/a_spec.rb" => ["T a", "T b", "T b #2"], "core/x/b_spec.rb" => ["X#y is z", "X w"] } }

  describe RubySuite::Control do
    it "reads what it wrote, for the same digest only" do
      tree({}) do |folder|
        described_class.new(passed).write("3.3.8", "abc", "#{folder}/list.gz")
        expect(described_class.load("abc", "#{folder}/list.gz").passed).to eq(passed)
        expect { described_class.load("abd", "#{folder}/list.gz") }
          .to raise_error(described_class::Stale, /spec:ruby:control/)
      end
    end

    it "writes the same bytes for the same list" do
      tree({}) do |folder|
        2.times { |i| described_class.new(passed).write("3.3.8", "abc", "#{folder}/#{i}") }
        expect(File.binread("#{folder}/0")).to eq(File.binread("#{folder}/1"))
      end
    end

    it "asks a CRuby which examples it passes, each file in a process of its own" do
      text = <<~RUBY
        describe("T") do
          it("has it") { defined?($seen).should == nil; $seen = 1 }
          it("not") { 1.should == 2 }
          it("ends") { exit! }
        end
      RUBY
      tree("language/a_spec.rb" => text, "language/b_spec.rb" => text) do |folder|
        plans = %w[a b].map { |name| RubySuite::Plan.new(folder, "language/#{name}_spec.rb") }
        version, control = described_class.ask([RbConfig.ruby], folder, RubySuite.harness, plans)
        expect(version).to eq(RUBY_VERSION)
        expect(control.passed).to eq("language/a_spec.rb" => ["T has it"], "language/b_spec.rb" => ["T has it"])
      end
    end

    it "is made of this harness and of the pinned tree" do
      require_relative "../../rakelib/support/ruby_spec_source"
      control = described_class.load(RubySuite.digest(RubySpecSource::DIGEST))
      expect(control.passed.fetch("core/array/first_spec.rb")).to include("Array#first returns the first element")
    end
  end

  describe RubySuite::Expected do
    it "reads what it wrote, whole files, words that all names begin with and reasons among it" do
      tree({}) do |folder|
        failures = { "language/a_spec.rb" => ["T b", "T b #2"], "core/x/b_spec.rb" => passed["core/x/b_spec.rb"] }
        described_class.new(passed, folder).update(failures) { |path, name| "#{path} #{name[-1]}" }
        expect(described_class.new(passed, folder).reasons).to eq(
          "language/a_spec.rb" => { "T b" => "language/a_spec.rb b", "T b #2" => "language/a_spec.rb 2" },
          "core/x/b_spec.rb" => { "X w" => "core/x/b_spec.rb w", "X#y is z" => "core/x/b_spec.rb z" }
        )
        expect(Dir.children(folder)).to contain_exactly("language.txt", "core_x.txt")
      end
    end

    it "says in one line that all of a file fails" do
      tree({}) do |folder|
        described_class.new(passed, folder).update({ "core/x/b_spec.rb" => passed["core/x/b_spec.rb"] }) { "why" }
        expect(File.read("#{folder}/core_x.txt")).to eq("# why\ncore/x/b_spec.rb\n  *\n")
        expect(described_class.new(passed, folder).of("core/x/b_spec.rb")).to eq("X#y is z" => "why", "X w" => "why")
      end
    end

    it "keeps the reason of what is listed" do
      tree("language.txt" => "# mine\nlanguage/a_spec.rb: T\n  a\n") do |folder|
        described_class.new(passed, folder).update({ "language/a_spec.rb" => ["T a", "T b"] }) { "other" }
        expect(described_class.new(passed, folder).of("language/a_spec.rb")).to eq("T a" => "mine", "T b" => "other")
      end
    end
  end

  describe RubySuite::Reasons do
    it "takes the first rule that fits the file, the name and the message" do
      rules = <<~YAML
        - { reason: a, files: ["core/**/*_spec.rb"], names: "x" }
        - { reason: b, files: [core/a_spec.rb], outside: true }
        - { reason: c, files: [core/c_spec.rb], messages: "Z" }
      YAML
      tree("r.yml" => rules) do |folder|
        reasons = described_class.new("#{folder}/r.yml")
        paths = %w[core/b/c_spec.rb core/a_spec.rb core/c_spec.rb core/c_spec.rb]
        found = paths.zip(%w[x y y y], %w[m m m Z]).map { |path, name, message| reasons.of(path, name, message) }
        expect(found).to eq(["a", "b", "not yet", "c"])
        expect(paths.map { |path| reasons.outside?(path) }).to eq([false, true, false, false])
      end
    end

    it "leaves out what fails by a rule for some examples, not their file" do
      rules = <<~YAML
        - { reason: a, files: [core/a_spec.rb], names: "x", outside: true }
        - { reason: b, files: [core/a_spec.rb] }
      YAML
      tree("r.yml" => rules) do |folder|
        reasons = described_class.new("#{folder}/r.yml")
        expect(reasons.outside?("core/a_spec.rb")).to be(false)
        expect(%w[x y].map { |name| reasons.outside_example?("core/a_spec.rb", name, "m") }).to eq([true, false])
      end
    end
  end

  describe RubySuite::Report do
    it "says whether a directory and a whole reach what is aimed at" do
      rates = { "language" => [95, 100, 95, 99], "core/x" => [84, 100, 84, 100] }
      rates = rates.transform_values { |counts| described_class::Rate.new(*counts) }
      expect(described_class.new(rates).lines.map { |line| line.split(/\s{2,}/) }).to include(
        ["language", "95/100", "95.0 %", "95/99", "96.0 %", "reached 85 %"],
        ["core/x", "84/100", "84.0 %", "84/100", "84.0 %", "missed 85 %"],
        ["all of language", "95/100", "95.0 %", "95/99", "96.0 %", "missed 96 %"]
      )
    end
  end

  describe RubySuite::Workers do
    it "gives results in the order of the items" do
      expect(described_class.map((1..50).to_a, processes: 3) { |i| i * 2 }).to eq((1..50).map { |i| i * 2 })
    end

    it "raises what was raised about an item" do
      expect { described_class.map(["one"], processes: 1) { Integer("no") } }
        .to raise_error(described_class::Lost, /one: .*no/)
    end

    it "raises when a process ends before its items" do
      expect { described_class.map([1, 2, 3], processes: 1) { |i| i == 2 ? exit!(3) : i } }
        .to raise_error(described_class::Lost, /exit 3/)
    end
  end
end
