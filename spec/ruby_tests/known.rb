# frozen_string_literal: true

require_relative "../ruby/suite/expected"

module RubyTests
  # The tests that are known to fail, a list for each library.
  class Known < RubySuite::Expected
    FOLDER = File.expand_path("known_failures", __dir__)

    # @param tests [Hash{String => Array<String>}] all, by file
    def initialize(tests, folder = FOLDER) = super

    # @return [String] the library that a file tests
    def self.directory(path) = path[%r{\Atest/(?:test_)?(\w+)}, 1]
  end
end
