# frozen_string_literal: true

desc "Measure, print a table and write it as JSON (never fails because of a time)"
task bench: :compile do
  ruby "benchmark/bench.rb"
end

namespace :bench do
  desc "Draw the latest figures as docs/benchmark.svg"
  task :chart do
    ruby "benchmark/chart.rb"
  end

  desc "Measure two compiled checkouts by turns and print ratios: rake 'bench:compare[../before,.]'"
  task :compare, [:before, :after, :rounds] do |_, arguments|
    ruby "benchmark/compare.rb", *arguments.to_a
  end

  desc "Measure small everyday programs, each of one construct, against CRuby and native mruby"
  task kernels: :compile do
    ruby "benchmark/kernels.rb"
  end

  desc "Measure 600 calls of core and library methods against CRuby, and print those that are slow"
  task methods: :compile do
    ruby "benchmark/methods.rb"
  end

  desc "Measure ten classic programs against native mruby and CRuby"
  task programs: :compile do
    ruby "benchmark/programs.rb"
  end
end
