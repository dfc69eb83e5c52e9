# frozen_string_literal: true

require "support/examples/volumes"

RSpec.describe "A guest that asks for very much of everything", :volume do
  include Volumes

  include_examples "large volumes", 1
end
