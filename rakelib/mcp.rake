# frozen_string_literal: true

require "fileutils"
require "json"
require "rbconfig"
require_relative "support/npm"

namespace :test do
  source = "spec/mcp"
  folder = "tmp/mcp"
  files = %w[package.json package-lock.json]

  # What the lock file names, by its digests.
  file "#{folder}/installed" => files.map { |name| "#{source}/#{name}" } do |task|
    mkdir_p folder
    cp files.map { |name| "#{source}/#{name}" }, folder
    Npm.ci(folder)
    touch task.name
  end

  desc "Run kobako mcp with the official clients of the Model Context Protocol (installs them in tmp/ from npm)"
  task mcp: [:compile, "#{folder}/installed"] do
    node = Dir["#{folder}/node_modules/node-*/bin/node"].first
    abort "no Node for this machine in #{folder} (#{source}/package.json lists those that there are)" unless node

    cp "#{source}/clients.test.mjs", folder
    server = [RbConfig.ruby, "-I#{File.expand_path("lib")}", File.expand_path("exe/kobako"), "mcp",
              "--timeout", "5", "--memory", "32M", "--require", File.expand_path("#{source}/services.rb")]
    sh({ "KOBAKO_MCP" => JSON.generate(server) }, node, "--test", "--test-reporter=spec", "#{folder}/clients.test.mjs")
  end
end
