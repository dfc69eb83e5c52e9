# frozen_string_literal: true

# SecureRandom itself is there already.
require "random/formatter"
