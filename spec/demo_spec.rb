# frozen_string_literal: true

require "open3"
require "rubygems/package"
require "tmpdir"

RSpec.describe "bin/demo with KOBAKO_GEM" do
  def demo(gem) = Open3.capture2e({ "KOBAKO_GEM" => gem }, File.expand_path("../bin/demo", __dir__))

  def packed(**changes)
    Dir.mktmpdir do |folder|
      spec = Gem::Specification.new("kobako", Kobako::VERSION) do |made|
        made.summary = made.author = "x"
        changes.each { |name, value| made.public_send("#{name}=", value) }
      end
      silent = Gem::SilentUI.new
      Gem::DefaultUserInteraction.use_ui(silent) { Gem::Package.build(spec, true, false, "#{folder}/made.gem") }
      yield Dir["#{folder}/*.gem"].fetch(0)
    end
  end

  def expect_refused(gem, reason)
    output, status = demo(gem)

    expect([output, status.exitstatus]).to eq(["bin/demo: KOBAKO_GEM #{gem} #{reason}\n", 1])
  end

  it "says that it is no file" do
    expect_refused("/nowhere/kobako.gem", "is no file")
  end

  it "says that it is no gem" do
    expect_refused(__FILE__, "is no gem")
  end

  it "says of which version it is" do
    packed(version: "0.0.1") { |gem| expect_refused(gem, "is kobako-0.0.1, not kobako #{Kobako::VERSION}") }
  end

  it "says for which platform it is" do
    packed(platform: "arm64-darwin") do |gem|
      expect_refused(gem, "is for arm64-darwin, this is #{Gem::Platform.local}")
    end
  end

  it "says that it has no extension for this Ruby" do
    packed { |gem| expect_refused(gem, "is not for Ruby #{RUBY_VERSION}") }
  end
end
