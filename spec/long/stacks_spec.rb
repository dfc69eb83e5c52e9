# frozen_string_literal: true

require "support/examples/native_recursion"

# Flattening takes a time that grows by the square of the depth.
RSpec.describe "Signals and stacks" do
  include SmallStacks

  SmallStacks::PLACES.each do |place, (runner, _)|
    describe place do
      define_method(:printed) { |code| printed_by(runner, code) }

      include_examples "recursion in native code", 100_000
    end
  end
end
