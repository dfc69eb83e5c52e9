# frozen_string_literal: true

module Kobako
  # Of the gem.
  VERSION = "0.1.0"
end
