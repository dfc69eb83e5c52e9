# frozen_string_literal: true

# What this Ruby is.
module RbConfig
  CONFIG = {
    "MAJOR" => "4", "MINOR" => "0", "TEENY" => "0", "ruby_version" => "4.0.0", "RUBY_PROGRAM_VERSION" => RUBY_VERSION,
    "ruby_install_name" => "ruby", "RUBY_INSTALL_NAME" => "ruby", "host_os" => "wasi", "arch" => RUBY_PLATFORM,
    "target_cpu" => "wasm32", "EXEEXT" => "", "bindir" => ""
  }.freeze
end
