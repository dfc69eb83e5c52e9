# frozen_string_literal: true

require_relative "support/ruby_test_source"

ruby_test_tree = "tmp/ruby_tests/tree"
ruby_test_suite = lambda do |command, *arguments|
  ruby "-Ilib", "spec/ruby_tests/suite.rb", command, ruby_test_tree, *arguments
end

namespace :spec do
  namespace :ruby do
    task :tests_source do
      RubyTestSource.keep(ruby_test_tree)
    end

    desc "Run the tests of Ruby's core (ruby) and libraries in the sandbox, or of one, and print the rates by library"
    task :tests, [:library] => %i[compile tests_source] do |_, arguments|
      ruby_test_suite.call("run", *arguments[:library])
    end

    namespace :tests do
      desc "Take out of spec/ruby_tests/known_failures what passed in the latest run; [all] lists what failed, too"
      task :accept, [:all] => :tests_source do |_, arguments|
        ruby_test_suite.call("accept", *arguments[:all])
      end
    end
  end
end
