# frozen_string_literal: true

require "open3"
require "rbconfig"

RSpec.describe "kobako/rspec" do
  root = File.expand_path("../../..", __dir__)

  def ruby(*arguments) = Open3.capture2e(RbConfig.ruby, *arguments)

  it "says what to do where RSpec is not there" do
    without = <<~RUBY
      module Kernel
        alias required require
        def require(name)
          return required(name) unless name.start_with?("rspec")

          raise LoadError.new("no \#{name}").tap { |error| error.define_singleton_method(:path) { name } }
        end
      end
      require "kobako/rspec"
    RUBY
    output, status = ruby("-I#{root}/lib", "-e", without)

    expect(status).not_to be_success
    expect(output).to include("kobako/rspec needs RSpec, which is not there: no rspec/core (add the gem rspec")
  end

  it "is not loaded by kobako, which needs no RSpec" do
    output, = ruby("-I#{root}/lib", "-e", "require 'kobako'; p defined?(RSpec), defined?(Kobako::RSpec)")

    expect(output).to eq("nil\nnil\n")
  end

  it "leaves rspec-mocks alone where another library makes the doubles" do
    code = "require 'kobako/rspec'; p defined?(RSpec::Mocks::Double); sandbox = Kobako::Sandbox.new\n" \
           "sandbox.bind('Text', 'x', only: %i[upcase]); p sandbox.eval('Text.upcase')"
    output, = ruby("-I#{root}/lib", "-e", code)

    expect(output).to eq("nil\n\"X\"\n")
  end
end
