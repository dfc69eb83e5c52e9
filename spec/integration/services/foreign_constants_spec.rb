# frozen_string_literal: true

require "open3"
require "rbconfig"

RSpec.describe "An application's constant with the name of a library's" do
  def printed(code, *options)
    output, = Open3.capture2e(RbConfig.ruby, *options, "-I#{File.expand_path("../../../lib", __dir__)}",
                              "-e", "require 'kobako'; sandbox = Kobako::Sandbox.new; #{code}")
    output
  end

  it "is not taken for ActiveSupport::Notifications" do
    expect(printed("module ActiveSupport; end; module Notifications; end; p sandbox.eval('6 * 7')")).to eq("42\n")
  end

  it "is not taken for Bundler::Source" do
    code = <<~RUBY
      module Bundler; end
      class Source; end
      class Installed < Gem::Specification; def source = Source.new; end
      Gem.loaded_specs['tool'] = Installed.new
      class Orders; def count = 7; end
      p sandbox.bind('Shop::Orders', Orders.new).eval('Shop::Orders.count')
    RUBY
    expect(printed(code)).to eq("7\n")
  end

  it "is not taken for DidYouMean::SpellChecker" do
    code = <<~RUBY
      module DidYouMean; end
      class SpellChecker; end
      class Orders; def count = 7; end
      puts Kobako.check('Shop::Orders.cuont', sandbox: sandbox.bind('Shop::Orders', Orders.new))
    RUBY
    expect(printed(code, "--disable-did_you_mean"))
      .to eq("1:13: warning: Shop::Orders exposes no method cuont (it exposes count)\n")
  end
end
