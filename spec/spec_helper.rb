# frozen_string_literal: true

# Whatever the locale is; for the processes that specs start, too.
Encoding.default_external = Encoding::UTF_8
ENV["LC_ALL"] = "C.UTF-8"

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)
require "kobako"
require "support/gc_stress" if ENV["KOBAKO_GC_STRESS"]

RSpec.configure do |config|
  config.disable_monkey_patching!
  config.raise_errors_for_deprecations!
  config.warnings = true
  config.expect_with(:rspec) { |expectations| expectations.max_formatted_output_length = 2000 }
end
