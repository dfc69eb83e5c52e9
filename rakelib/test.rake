# frozen_string_literal: true

require "rbconfig"

namespace :test do
  desc "Run the Rust tests of the host crates and of the guest's host-side code"
  task :rust do
    sh({ "RUBY" => RbConfig.ruby }, "cargo", "test", "--release", "--locked", "--workspace")
    sh "cargo", "run", "--release", "--locked", "--package", "kobako-engine", "--example", "eval"
    sh "cargo", "test", "--manifest-path", "guest/Cargo.toml", "--locked"
  end

  desc "Run each example and compare what it prints with examples/expected/"
  task examples: :compile do
    ruby "-S", "rspec", "spec/examples_spec.rb"
  end

  desc "Run examples/puma under load and through restarts (installs Puma and Rack on Debian)"
  task puma: :compile do
    found = %w[puma rack].all? { |name| Gem::Specification.find_all_by_name(name).any? }
    sh "bin/setup", "puma", "ruby-rack" unless found
    ruby "-S", "rspec", "spec/puma/cluster.rb"
  end

  desc "Run the specs with ActiveRecord and SQLite, and docs/guides/rails.md (installs both on Debian)"
  task rails: :compile do
    found = %w[activerecord sqlite3].all? { |name| Gem::Specification.find_all_by_name(name).any? }
    sh "bin/setup", "ruby-activerecord", "ruby-sqlite3" unless found
    ruby "-S", "rspec", "spec/rails/models.rb", "spec/rails/guide.rb"
  end
end
