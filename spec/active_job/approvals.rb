# frozen_string_literal: true

require "open3"
require "rbconfig"

# Not among the specs that `rspec` finds, as it needs PostgreSQL, ActiveJob and Delayed Job: rake test:active_job
# installs them and runs this.
RSpec.describe "A run that ActiveJob performs, with its journal in PostgreSQL," do
  folder = File.expand_path("../../examples/active_job", __dir__)

  it "waits for a person in another process, through the ends of its workers and of the database" do
    output, errors, status = Open3.capture3(RbConfig.ruby, "-w", "-I#{folder}/../../lib", "#{folder}/check.rb")

    expect([output, status.success?]).to eq([File.read("#{folder}/expected.txt"), true]), errors
    expect(errors.lines.grep(%r{(examples/active_job|lib/kobako).*warning})).to be_empty
  end
end
