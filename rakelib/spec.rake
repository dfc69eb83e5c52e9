# frozen_string_literal: true

require "rbconfig"

desc "Run the specs"
task spec: :compile do
  ruby "-S", "rspec"
end

namespace :spec do
  desc "Run the specs of the native boundary with a garbage collection at every allocation in native calls"
  task gc_stress: :compile do
    sh({ "KOBAKO_GC_STRESS" => "1" }, RbConfig.ruby, "-S", "rspec", "--tag", "gc_stress")
  end
end
