# frozen_string_literal: true

require "support/examples/leaks"

RSpec.describe "Ruby's garbage collector after very many invocations" do
  include Processes

  include_examples "what is got back", 100_000, 3_000
end
