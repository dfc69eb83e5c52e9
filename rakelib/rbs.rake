# frozen_string_literal: true

require "rbconfig"

desc "Validate sig/ and run the specs against it"
task rbs: %w[rbs:validate rbs:runtime]

namespace :rbs do
  desc "Validate the signatures in sig/"
  task :validate do
    ruby Gem.bin_path("rbs", "rbs"), "-I", "sig", "validate", "--silent"
  end

  # Specs tagged :misuse pass arguments that the signatures rule out, on purpose; those tagged :volume make
  # the same calls thousands of times, or collect garbage at each step of them. Those tagged :untouched see that no
  # method of an object is called, and a check of its class calls some.
  desc "Run the specs with each call checked against sig/"
  task runtime: :compile do
    sh({ "RBS_TEST_TARGET" => "Kobako::*", "RBS_TEST_LOGLEVEL" => "error", "RBS_TEST_OPT" => "-I sig" },
       RbConfig.ruby, "-rrbs/test/setup", "spec/run.rb", "--tag", "~misuse", "--tag", "~volume",
       "--tag", "~untouched",
       *FileList["spec/{kobako,integration}/**/*_spec.rb"])
  end
end
