# frozen_string_literal: true

module Kobako
  # Of the gem.
  VERSION = "0.5.0"
end
