# frozen_string_literal: true

require "stringio"
require "support/spec_trees"
require_relative "../ruby_tests/suite"

RSpec.describe RubyTests do
  include SpecTrees

  # Yields a run over a tree with these tests, the text that it prints, and the folder of the lists.
  def run_of(files, beginning = "")
    tree(files.transform_keys { |path| "test/#{path}" }) do |folder|
      out = StringIO.new
      known = "#{folder}/known"
      run = described_class::Run.new(folder, beginning:, known:, results: "#{folder}/results.json")
      yield run, out, known
    end
  end

  def tests(body) = "require 'test/unit'\nclass TestA < Test::Unit::TestCase\n#{body}\nend\n"

  # What each test came to, by its name.
  def failures(body, files = {})
    run_of({ "abc/test_a.rb" => tests(body) }.merge(files)) do |run, out,|
      run.call(out:)
      return out.string.scan(/^test\S+: (\S+)\n  (.*)$/).to_h
    end
  end

  it "passes what holds, and fails what does not, raises, or leaves itself out" do
    found = failures(<<~RUBY)
      def setup = @list = [1]
      def test_holds = assert_equal([1], @list)
      def test_differs = assert_equal([2], @list)
      def test_raises = @list.fetch(3)
      def test_omitted = omit("later")
      def test_expects = assert_raise(IndexError) { @list.fetch(3) }
      def test_expects_in_vain = assert_raise(IndexError) { 1 }
    RUBY
    expect(found).to match("TestA#test_differs" => /\AF expected \[2\], got \[1\]/,
                           "TestA#test_raises" => /\AE IndexError/, "TestA#test_omitted" => "K later",
                           "TestA#test_expects_in_vain" => /raised nothing/)
  end

  it "runs the tests of modules and of classes above, and tears down whatever happened" do
    found = failures(<<~RUBY)
      module Shared; def test_shared = flunk("shared"); end
      include Shared
      def teardown = $torn = true
      def test_fails = flunk("here")
      def test_later = assert($torn)
    RUBY
    expect(found.keys).to contain_exactly("TestA#test_shared", "TestA#test_fails")
  end

  it "fails a test that its file names and that did not run" do
    expect(failures("def test_one = assert(true)\nif false\n def test_two = assert(true)\nend"))
      .to eq("test_two" => "did not run")
  end

  it "takes other files of the tree, and the libraries" do
    files = { "abc/helper.rb" => "require 'shellwords'\ndef given = Shellwords.split('a b')\n" }
    text = "require_relative 'helper'\n#{tests("def test_given = assert_equal(%w[a], given)")}"
    run_of(files.merge("abc/test_a.rb" => text)) do |run, out,|
      expect(run.call(out:)).to be(false)
      expect(out.string).to match(/TestA#test_given\n  F expected \["a"\], got \["a", "b"\]/)
    end
  end

  it "holds for what is listed, tells what passes all the same, and prints rates by library" do
    text = tests("def test_a = flunk('a')\ndef test_b = assert(true)")
    run_of("abc/test_a.rb" => text, "test_tsort.rb" => tests("def test_c = omit('c')")) do |run, out, known|
      expect(run.call(out:)).to be(false)
      expect(out.string).to match(%r{^abc +1/2 +50.0 % +1/2 +50.0 %$}).and match(%r{^tsort +0/1 +0.0 % +0/0 +-$})
      run.accept(only_remove: false, out:)
      expect(Dir.children(known)).to contain_exactly("abc.txt", "tsort.txt")
      expect(run.call(out: StringIO.new)).to be(true)
      File.write("#{known}/abc.txt", "# not yet\ntest/abc/test_a.rb\n  TestA#test_a\n  TestA#test_b\n")
      expect(run.call(out:)).to be(false)
      expect(out.string).to match(%r{^1 tests are listed and pass .*:\ntest/abc/test_a.rb: TestA#test_b$})
      File.write("#{known}/abc.txt", "# not yet\ntest/abc/test_a.rb\n  TestA#test_a\n\n" \
                                     "# takes longer than it may\ntest/abc/test_a.rb\n  TestA#test_b\n")
      expect(run.call(out:)).to be(true)
    end
  end

  it "does not run what is listed as taking longer" do
    run_of("abc/test_a.rb" => tests("def test_a = loop {}\ndef test_b = assert(true)")) do |run, out, known|
      FileUtils.mkdir_p(known)
      File.write("#{known}/abc.txt", "# takes longer than it may\ntest/abc/test_a.rb\n  TestA#test_a\n")
      expect(run.call(out:)).to be(true)
      expect(out.string).to match(%r{^abc +1/2 })
    end
  end

  it "runs those of one library" do
    files = { "abc/test_a.rb" => tests("def test_a = flunk('a')"), "test_xyz.rb" => tests("def test_b = flunk") }
    run_of(files, "abc") do |run, out,|
      run.call(out:)
      expect(out.string.scan(/TestA#\w+/)).to eq(%w[TestA#test_a])
    end
  end
end
