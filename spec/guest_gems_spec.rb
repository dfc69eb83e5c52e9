# frozen_string_literal: true

require "fileutils"
require "tmpdir"
require_relative "support/gem_tests"
require_relative "support/internal_methods"
require_relative "../rakelib/support/gem_layers"

# Runs the tests of each gem of the guest in a sandbox.
RSpec.describe "The gems of the guest" do
  let(:sandbox) { Kobako::Sandbox.new.tap { |made| made.define(:Host).bind(:Echo, ->(value) { value }) } }

  GemTests::FILES.each do |file|
    it "hold what #{file} says" do
      checks, failures = GemTests.run(file, sandbox)
      expect(failures).to eq([])
      expect(checks).to be > 5
    end
  end

  it "have a test each" do
    expect(GemTests.gems - GemTests::FILES.map { |file| file[/\A\w+/] }).to eq([])
  end

  it "are all named in their README" do
    named = File.read(File.join(GemTests::ROOT, "README.md")).scan(/^\| (`.*?) \|/).flatten.join.scan(/\w+/)
    expect(named.sort).to eq(GemTests.gems)
  end

  it "say in a header of one or two lines what is in each file" do
    sources = Dir.glob("*/{include,src,mrblib,test}/*.{c,h,rb}", base: GemTests::ROOT)
    headers = sources.to_h { |file| [file, header_of(File.join(GemTests::ROOT, file))] }
    expect(headers.reject { |_, size| [1, 2].include?(size) }).to eq({})
  end

  it "are written in files of at most 400 lines" do
    sources = Dir.glob("*/**/*.{c,h,rb}", base: GemTests::ROOT)
    long = sources.select { |file| File.foreach(File.join(GemTests::ROOT, file)).count > 400 }
    expect(long).to eq([])
  end

  it "define each internal method once" do
    expect(InternalMethods.new(GemTests::ROOT).twice).to eq({})
  end

  it "are refused with an internal method of a class in two files" do
    Dir.mktmpdir do |root|
      write(root, "one/src/a.c", "mrb_define_private_method_id(mrb, kernel, MRB_SYM(__a), a, MRB_ARGS_NONE());\n")
      write(root, "two/mrblib/b.rb", "module Kernel\n  def __a = 1\nend\nclass String\n  def __b = 2\nend\n")
      write(root, "two/mrblib/c.rb", "class String\n  class << self\n    def __b = 3\n  end\nend\n")
      expect(InternalMethods.new("#{root}/guest/gems").twice).to eq("Kernel#__a" => %w[b.rb a.c])
    end
  end

  it "use each other's C in no circle, and only where mrbgem.rake says so" do
    layers = GemLayers.new
    expect(layers.circles).to eq([])
    expect(layers.undeclared).to eq([])
  end

  it "are refused with a circle of files, or with a use of another gem that mrbgem.rake does not declare" do
    Dir.mktmpdir do |root|
      write(root, "one/src/a.c", "int\nkobako_a(void)\n{\n  return kobako_b + kobako_c(); /* kobako_d */\n}\n")
      write(root, "one/src/b.c", "int kobako_b;\nint\nkobako_bb(void)\n{\n  return kobako_a();\n}\n")
      write(root, "two/src/c.c", "int\nkobako_c(void)\n{\n}\n\nint\nkobako_d(void)\n{\n}\n")
      %w[one two].each { |gem| write(root, "#{gem}/mrbgem.rake", "") }
      layers = GemLayers.new(root)
      expect(layers.circles.map(&:sort)).to eq([%w[guest/gems/one/src/a.c guest/gems/one/src/b.c]])
      expect(layers.undeclared).to eq(["guest/gems/one/src/a.c uses guest/gems/two/src/c.c"])
      write(root, "one/mrbgem.rake", %(spec.add_dependency "kobako-two"\n))
      expect(layers.undeclared).to eq([])
    end
  end

  def write(root, file, text)
    path = File.join(root, "guest/gems", file)
    FileUtils.mkdir_p(File.dirname(path))
    File.write(path, text)
  end

  # The lines of the comment that a file begins with.
  def header_of(path)
    lines = File.readlines(path, chomp: true)
    return lines.take_while { |line| line.start_with?("#") }.size if path.end_with?(".rb")

    lines.first.start_with?("/*") ? lines.index { |line| line.include?("*/") } + 1 : 0
  end
end
