# frozen_string_literal: true

require "rbconfig"
require "support/spec_trees"

RSpec.describe RubySuite::Run do
  include SpecTrees

  let(:text) do
    <<~RUBY
      describe("T") do
        it("passes") { 1.should == 1 }
        it("fails") { 1.should == 2 }
      end
    RUBY
  end

  it "holds while just the listed examples fail" do
    expect(outcome(["T passes", "T fails"], ["T fails"])).to match([true, %r{1/2}])
  end

  it "fails for an example that is not listed" do
    text = %r{1 examples fail and are not listed:\nlanguage/a_spec.rb: T fails\n  F }
    expect(outcome(["T passes", "T fails"], [])).to match([false, text])
  end

  it "fails for a listed example that passes" do
    expect(outcome(["T passes"], ["T passes"])).to match([false, /1 examples are listed and pass .*\n.*: T passes$/])
  end

  it "fails for an example that did not run" do
    expect(outcome(["T passes", "T is gone"], [])).to match([false, /T is gone\n  did not run/])
  end

  it "fails for a list about a file that the control does not have" do
    others = { "language/b_spec.rb" => { "T b" => "r" } }
    expect(outcome(["T passes"], [], others)).to match([false, /b_spec.rb: \(no such file\)/])
  end

  it "raises for a file that is not there" do
    tree({}) do |folder|
      control = RubySuite::Control.new("language/a_spec.rb" => ["T"])
      run = described_class.new(folder, control, results: "#{folder}/r.json")
      expect { run.call(out: StringIO.new) }.to raise_error(RubySuite::Workers::Lost, /a_spec.rb/)
    end
  end

  it "counts nothing that CRuby does not pass" do
    expect(outcome(["T passes"], [])).to match([true, %r{1/1 +100.0 %}])
  end

  it "lists by accept what failed, with the reason that the rules say, and takes out what passed" do
    tree("language/a_spec.rb" => text) do |folder|
      control = RubySuite::Control.new("language/a_spec.rb" => ["T passes", "T fails"])
      run = run_of(folder, control, ["T passes"])
      run.call(out: StringIO.new)
      run.accept(only_remove: true, out: StringIO.new)
      expect(listed(folder, control)).to eq({})
      run.accept(only_remove: false, out: StringIO.new)
      expect(listed(folder, control)).to eq("language/a_spec.rb" => { "T fails" => "not yet" })
    end
  end

  def outcome(passed, listed, others = {})
    tree("language/a_spec.rb" => text) do |folder|
      run = run_of(folder, RubySuite::Control.new("language/a_spec.rb" => passed), listed, others)
      out = StringIO.new
      [run.call(out:), out.string]
    end
  end

  def listed(folder, control) = RubySuite::Expected.new(control.passed, "#{folder}/lists").reasons

  def run_of(folder, control, listed, others = {})
    expected = RubySuite::Expected.new(control.passed, "#{folder}/lists")
    expected.reasons.merge!(others, "language/a_spec.rb" => listed.to_h { |name| [name, "r"] })
    described_class.new(folder, control, expected:, results: "#{folder}/results.json")
  end
end
