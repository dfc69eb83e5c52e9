# frozen_string_literal: true

require "support/spec_trees"

RSpec.describe RubySuite::Guest do
  include SpecTrees

  it "tells what each example came to" do
    expect(kinds(<<~RUBY)).to eq("T passes" => "P", "T fails" => "F", "T raises" => "E", "T expects nothing" => "N")
      describe("T") do
        it("passes") { 1.should == 1 }
        it("fails") { 1.should == 2 }
        it("raises") { raise "no" }
        it("expects nothing") {}
      end
    RUBY
  end

  it "fails an example whose mock is not called, or whose error is another one" do
    expect(kinds(<<~RUBY).values).to eq(%w[P F P F])
      describe("T") do
        it("calls") { m = mock("m"); m.should_receive(:x).and_return(1); m.x.should == 1 }
        it("does not call") { mock("m").should_receive(:x) }
        it("raises") { -> { raise TypeError }.should raise_error(TypeError) }
        it("raises another") { -> { raise NameError }.should raise_error(TypeError) }
      end
    RUBY
  end

  it "leaves out what takes all memory, and runs what stands behind it" do
    expect(kinds(<<~RUBY)).to eq("T eats" => "memory", "T passes" => "P")
      describe("T") do
        it("eats") { x = []; loop { x << "a" * 1_000_000 } }
        it("passes") { 1.should == 1 }
      end
    RUBY
  end

  it "leaves out what hangs, and runs what stands behind it" do
    expect(kinds(<<~RUBY, cpu_seconds: 0.5)).to eq("T hangs" => "hang", "T passes" => "P")
      describe("T") do
        it("hangs") { loop {} }
        it("passes") { 1.should == 1 }
      end
    RUBY
  end

  it "cuts out what does not compile, and has its example raise SyntaxError" do
    records = run_spec(<<~RUBY)
      describe("T") do
        it("is no Ruby") do
          1 +* 2 )
        end
        it("passes") { __LINE__.should == 5 }
      end
    RUBY
    expect(records.by_name.transform_values(&:kind)).to eq("T is no Ruby" => "E", "T passes" => "P")
    expect(records.by_name["T is no Ruby"].message).to start_with("SyntaxError")
    expect(records.notes).to include(a_string_starting_with("language/a_spec.rb:3 cut"))
  end

  it "cuts out what raises outside of the examples" do
    expect(kinds(<<~RUBY)).to eq("T passes" => "P")
      module Broken
        NoSuchThing.call
      end
      describe("T") { it("passes") { defined?(Broken).should == "constant" } }
    RUBY
  end

  it "runs the files that a spec file requires, and cuts what hinders them" do
    files = { "language/fixtures/classes.rb" => "module Given\n  Nothing.call\n  def self.one = 1\nend\n" }
    expect(kinds(<<~RUBY, files)).to eq("T passes" => "P")
      require_relative 'fixtures/classes'
      describe("T") { it("passes") { Given.one.should == 1 } }
    RUBY
  end

  it "counts a shared group's examples where it is used" do
    files = { "shared/one.rb" => "describe(:one, shared: true) { it('is one') { @method.should == :a } }" }
    expect(kinds(<<~RUBY, files)).to eq("T is one" => "P", "U is one" => "F")
      require_relative '../shared/one'
      describe("T") { it_behaves_like(:one, :a) }
      describe("U") { it_behaves_like(:one, :b) }
    RUBY
  end
end
