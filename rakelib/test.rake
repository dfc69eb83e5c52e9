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

  desc "Run examples/sidekiq, whose workers are killed (installs Redis and Sidekiq on Debian)"
  task sidekiq: :compile do
    found = Gem::Specification.find_all_by_name("sidekiq").any? && system("redis-server --version", out: File::NULL)
    sh "bin/setup", "redis-server", "ruby-sidekiq" unless found
    ruby "-S", "rspec", "spec/sidekiq/jobs.rb"
  end

  desc "Run examples/active_job through restarts (installs PostgreSQL, ActiveJob and Delayed Job on Debian)"
  task active_job: :compile do
    found = %w[pg activejob delayed_job_active_record].all? { |name| Gem::Specification.find_all_by_name(name).any? }
    found &&= Dir["/usr/lib/postgresql/*/bin/initdb"].any? || system("initdb --version", out: File::NULL)
    sh "bin/setup", "postgresql", "ruby-pg", "ruby-activejob", "ruby-delayed-job-active-record" unless found
    ruby "-S", "rspec", "spec/active_job/approvals.rb"
  end

  desc "Run the specs with ActiveRecord and SQLite, and docs/guides/rails.md (installs both on Debian)"
  task rails: :compile do
    found = %w[activerecord sqlite3].all? { |name| Gem::Specification.find_all_by_name(name).any? }
    sh "bin/setup", "ruby-activerecord", "ruby-sqlite3" unless found
    ruby "-S", "rspec", "spec/rails/models.rb", "spec/rails/guide.rb"
  end
end
