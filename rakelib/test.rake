# frozen_string_literal: true

require "rbconfig"

namespace :test do
  desc "Run the Rust tests of the host crates and of the guest's host-side code"
  task :rust do
    sh({ "RUBY" => RbConfig.ruby }, "cargo", "test", "--release", "--locked", "--workspace")
    sh "cargo", "test", "--manifest-path", "guest/Cargo.toml", "--locked"
  end

  desc "Run each example"
  task examples: :compile do
    FileList["examples/*.rb"].each { |example| ruby "-Ilib", example }
  end
end
