# frozen_string_literal: true

require "rbconfig"
require_relative "support/sanitized_build"

namespace :guest do
  desc "Run mruby's tests, the programs of spec/guest and, for some seconds, random ones in a guest with sanitizers"
  task :sanitize, [:seconds] => %w[compile guest:mrbc spec:mruby_source] do |_, arguments|
    SanitizedBuild.new(Dir.pwd).call
    rm_rf "guest/target/sanitized-runs", verbose: false
    ruby "-Ilib", "spec/sanitized/run.rb", "tmp/mruby"
    fuzzers = Array.new(2) do
      Process.spawn(RbConfig.ruby, "-Ilib", "fuzz/sanitized.rb", arguments.fetch(:seconds, "30"))
    end
    ended = fuzzers.map { |pid| Process.wait2(pid).last }
    abort "a sanitizer found a fault" unless ended.all?(&:success?)
  end
end
