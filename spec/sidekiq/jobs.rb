# frozen_string_literal: true

require "open3"
require "rbconfig"
require_relative "../../examples/sidekiq/servers"

# Not among the specs that `rspec` finds, as it needs Redis and Sidekiq: rake test:sidekiq installs both and runs this.
RSpec.describe "Jobs of 20 calls in Sidekiq" do
  folder = File.expand_path("../../examples/sidekiq", __dir__)

  it "end once each, and make no call again that was answered, while their processes are killed, ten times" do
    output, measured, status = Open3.capture3(RbConfig.ruby, "-w", "-I#{folder}/../../lib", "#{folder}/check.rb")
    puts measured.lines.grep(/ killed|a replay/)

    expect(output).to eq(File.read("#{folder}/expected.txt"))
    expect(status).to be_success
    expect(measured[/(\d+) processes killed/, 1]).to eq("10")
    expect(measured.lines.grep(%r{(examples/sidekiq|lib/kobako).*warning})).to be_empty
  end

  it "go on in another process when theirs is told to end in their midst" do
    with("WAY" => "0.2") do
      Servers.run do |servers|
        require_relative "../../examples/sidekiq/imports"
        imports = Imports.new(3)
        imports.enqueue
        servers.start("worker-1")
        servers.wait_for("some calls") { imports.calls.size >= 6 }
        servers.terminate("worker-1")

        expect([imports.keys, imports.calls.size]).to match([[], be < 40])
        servers.start("worker-1")
        servers.wait_for("their ends") { imports.ended? }
        expect([imports.wrong, imports.repeated, imports.keys.sort]).to eq([[], [], %w[import-1 import-2 import-3]])
      end
    end
  end

  def with(environment)
    before = ENV.to_h
    ENV.update(environment)
    yield
  ensure
    ENV.replace(before)
  end
end
