# frozen_string_literal: true

require_relative "../kobako"

begin
  require "rspec/core"
  require "rspec/expectations"
rescue LoadError => e
  raise unless e.path&.start_with?("rspec/")

  raise LoadError, "kobako/rspec needs RSpec, which is not there: #{e.message} (add the gem rspec to the Gemfile's " \
                   "test group, or leave out require \"kobako/rspec\")"
end

require_relative "rspec/doubles"
require_relative "rspec/matchers"

module Kobako
  # What an application's own specs use: RSpec's doubles as services, and {Matchers} about sandboxes. It is there
  # after `require "kobako/rspec"`.
  module RSpec
    Exposure::StandIns.source = Doubles
    ::RSpec.configure { |config| config.include(Matchers) }
  end
end
