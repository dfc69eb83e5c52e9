# frozen_string_literal: true

require "open3"
require "rbconfig"

# Not among the specs that `rspec` finds, as it needs Redis and Sidekiq: rake test:sidekiq installs both and runs this.
RSpec.describe "Jobs of 20 calls in two Sidekiq processes, which are killed all the while," do
  folder = File.expand_path("../../examples/sidekiq", __dir__)

  it "end once each, with the right value, and make no call again that was answered" do
    output, measured, status = Open3.capture3(RbConfig.ruby, "-w", "-I#{folder}/../../lib", "#{folder}/check.rb")
    puts measured.lines.grep(/ killed|a replay/)

    expect(output).to eq(File.read("#{folder}/expected.txt"))
    expect(status).to be_success
    expect(measured[/(\d+) processes killed/, 1].to_i).to be > 5
    expect(measured.lines.grep(%r{(examples/sidekiq|lib/kobako).*warning})).to be_empty
  end
end
