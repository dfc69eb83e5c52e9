# frozen_string_literal: true

require "support/examples/large_results"

RSpec.describe "An interrupt while the host works on a message of the largest size" do
  include Interrupts

  Interrupts::KINDS.each do |kind|
    describe "by #{kind}" do
      include_examples "the decoding of a large result", kind, 15_000_000
    end
  end
end
