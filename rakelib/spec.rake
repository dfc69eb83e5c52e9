# frozen_string_literal: true

require "rbconfig"

desc "Run the specs, but for those of spec/long"
task spec: :compile do
  ruby "spec/run.rb"
end

namespace :spec do
  desc "Run the specs of large volumes and of long waits, those of spec/long"
  task long: :compile do
    ruby "spec/run.rb", *FileList["spec/long/**/*_spec.rb"]
  end

  desc "Run the tests of the guest's gems"
  task gems: :compile do
    ruby "-S", "rspec", "spec/guest_gems_spec.rb"
  end

  desc "Run the specs twenty times in a row, or so many, beside four processes that keep the processors busy"
  task :steady, [:runs] => :compile do |_, arguments|
    ruby "spec/support/steady.rb", arguments.fetch(:runs, "20")
  end

  desc "Run the specs of the native boundary with a garbage collection at every allocation in native calls"
  task gc_stress: :compile do
    sh({ "KOBAKO_GC_STRESS" => "1" }, RbConfig.ruby, "spec/run.rb", "--tag", "gc_stress")
  end
end
