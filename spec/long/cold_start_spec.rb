# frozen_string_literal: true

require "support/examples/cold_starts"

RSpec.describe "Processes that start with an empty cache at once" do
  include_context "with an empty cache"

  it "compile all the same where one keeps the others waiting for ten seconds" do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      waited = elapsed { expect(start.value).to eq("compiled") }
      expect(waited).to be_between(10, 100)
    end
  end
end
