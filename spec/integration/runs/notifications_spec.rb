# frozen_string_literal: true

require "open3"
require "rbconfig"

RSpec.describe "Notifications of ActiveSupport" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 600) }

  # What kobako uses of ActiveSupport::Notifications.
  let(:notifications) do
    Class.new do
      attr_reader :told
      attr_accessor :wanted

      def initialize = @told = []
      def notifier = self
      def listening?(name) = wanted && name == "run.kobako"

      def instrument(name, payload)
        yield
      ensure
        @told << [name, payload]
      end
    end.new
  end

  before { stub_const("ActiveSupport::Notifications", notifications) }

  it "tell of each run, however it is started and however it ends, while somebody listens" do
    sandbox.preload(code: "Main = -> { 1 / 0 }", name: :Main)
    notifications.wanted = true
    sandbox.eval("1")
    sandbox.execute("raise 'x'") { |run| run.name = "named" }
    sandbox.call(:Main)
    expect { sandbox.run(:Main) }.to raise_error(Kobako::SandboxError)
    notifications.wanted = false
    sandbox.eval("2")

    expect(notifications.told.map { |name, payload| [name, *payload.values_at(:name, :outcome)] })
      .to eq([["run.kobako", nil, :value], ["run.kobako", "named", :error], ["run.kobako", nil, :error],
              ["run.kobako", nil, :error]])
    expect(notifications.told.last.last).to include(error: be_a(Kobako::SandboxError), wall_time: be_positive)
  end

  it "tell of a run that the host interrupts" do
    notifications.wanted = true
    sandbox.bind("Throw", -> { throw :done })
    catch(:done) { sandbox.eval("Throw.call") }

    expect(notifications.told.map { |_, payload| payload[:outcome] }).to eq([:interrupted])
  end

  it "work with ActiveSupport itself, where it is installed" do
    skip "activesupport is not installed" if Gem::Specification.find_all_by_name("activesupport").empty?

    code = "require 'active_support'; require 'active_support/notifications'; require 'kobako'\n" \
           "ActiveSupport::Notifications.subscribe('run.kobako') { |event| p event.payload.fetch(:outcome) }\n" \
           "Kobako::Sandbox.new.execute('1 / 0')"
    output, = Open3.capture2e(RbConfig.ruby, "-I#{File.expand_path("../../../lib", __dir__)}", "-e", code)

    expect(output).to end_with(":error\n")
  end
end
