# frozen_string_literal: true

require "support/examples/forks"

RSpec.describe "A fork" do
  include Processes

  include_examples "forks beside busy threads", 1_000
end
