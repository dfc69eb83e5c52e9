# frozen_string_literal: true

require_relative "support/ruby_spec_source"

ruby_spec_tree = "tmp/ruby_spec/tree"
ruby_spec_suite = lambda do |command, *arguments|
  ruby "-Ilib", "spec/ruby/suite.rb", command, ruby_spec_tree, RubySpecSource::DIGEST, *arguments
end

namespace :spec do
  task :ruby_source do
    RubySpecSource.keep(ruby_spec_tree)
  end

  desc "Run ruby/spec inside the sandbox, or the files whose paths begin so, and print the rates by directory"
  task :ruby, [:beginning] => %i[compile ruby_source] do |_, arguments|
    ruby_spec_suite.call("run", *arguments[:beginning])
  end

  namespace :ruby do
    desc "Take out of spec/ruby/expected_failures what passed in the latest run; [all] lists what failed, too"
    task :accept, [:all] => :ruby_source do |_, arguments|
      ruby_spec_suite.call("accept", *arguments[:all])
    end

    desc "Write anew which examples a CRuby #{RubySpecSource::VERSION} passes, given the command that starts it"
    task :control, [:command] => %i[compile ruby_source] do |_, arguments|
      command = arguments[:command] or abort "usage: rake spec:ruby:control[COMMAND]"
      ruby_spec_suite.call("control", *command.split)
    end
  end
end
