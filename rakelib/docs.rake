# frozen_string_literal: true

require "open3"
require "rbconfig"

desc "Write the pages of the API and the guides to target/docs"
task docs: "docs:setup" do
  sh RbConfig.ruby, "-S", "yard", "doc", "--no-save", "--no-cache", "--fail-on-warning"
end

namespace :docs do
  task :setup do
    sh "bin/setup", "yard" unless Gem::Specification.find_all_by_name("yard").any?
  end

  desc "Refuse what has no documentation, and links of it that lead nowhere"
  task check: :docs do
    report, = Open3.capture2(RbConfig.ruby, "-S", "yard", "stats", "--list-undoc", "--no-save", "--no-cache")
    abort "#{report}\n(write a comment for each)" unless report.include?("100.00% documented")
    puts report.lines.last
  end
end
