# frozen_string_literal: true

desc "Measure, print a table and write it as JSON (never fails because of a time)"
task bench: :compile do
  ruby "benchmark/bench.rb"
end
