# frozen_string_literal: true

require_relative "support/npm"

playground = "playground"
chromium = ENV.fetch("CHROMIUM", "/usr/bin/chromium")
installed = "#{playground}/node_modules/.package-lock.json"

file installed => ["#{playground}/package-lock.json", "#{playground}/packages/guest/package.json"] do
  Npm.ci(playground)
  touch installed
end

namespace :playground do
  task :chromium do
    sh "bin/setup", "chromium" unless File.executable?(chromium)
  end

  desc "Install what the playground is built and tested with: Chromium on Debian, and packages from npm"
  task setup: [:chromium, installed]

  desc "Build the page into playground/dist"
  task build: :setup do
    sh "npm", "run", "--silent", "build", chdir: playground
  end

  desc "Write what the Ruby host gives for the playground's scripts, or compare it with what stands there ([check])"
  task :expected, [:check] => :compile do |_, arguments|
    ruby "-Ilib", "#{playground}/test/expected.rb", *("--check" if arguments.check)
  end

  desc "Compare the guest in JavaScript with the Ruby host, and try the built page in Chromium"
  task test: :build do
    Rake::Task["playground:expected"].invoke("check")
    sh "npm", "test", "--silent", chdir: playground
  end

  desc "Take docs/playground.png of the built page"
  task screenshot: :build do
    sh "npm", "run", "--silent", "screenshot", chdir: playground
  end
end
