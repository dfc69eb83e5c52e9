# frozen_string_literal: true

desc "Measure, print a table and write it as JSON (never fails because of a time)"
task bench: :compile do
  ruby "benchmark/bench.rb"
end

namespace :bench do
  desc "Measure ten classic programs against native mruby and CRuby"
  task programs: :compile do
    ruby "benchmark/programs.rb"
  end
end
