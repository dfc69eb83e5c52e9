# frozen_string_literal: true

require "open3"
require "rbconfig"
require "yaml"

RSpec.describe "The workflow that publishes a release" do
  root = File.expand_path("..", __dir__)
  workflow = YAML.load_file("#{root}/.github/workflows/release.yml")
  jobs = workflow.fetch("jobs")
  platforms = jobs.values.flat_map { |job| job.dig("strategy", "matrix", "include") || [] }
  commands = jobs.values.flat_map do |job|
    filled = [{}, *job.dig("strategy", "matrix", "include")].map do |values|
      job.fetch("steps").filter_map do |step|
        step["run"]&.gsub(/\$\{\{ matrix\.(\w+) \}\}/) do
          values[Regexp.last_match(1)] || Regexp.last_match(0)
        end
      end
    end
    filled.flatten.grep_v(/\$\{\{/)
  end

  it "runs tasks that there are" do
    known = Open3.capture2(RbConfig.ruby, "-S", "rake", "--prereqs", chdir: root).first.scan(/^rake (\S+)/).flatten
    used = commands.flat_map { |command| command.scan(/\brake "?([\w:]+)/) }.flatten.uniq

    expect(used).to include("gem:cross", "gem:pack", "gem:chroot_smoke", "gem:aarch64_smoke")
    expect(used - known).to eq([])
  end

  it "runs programs of the project that there are" do
    used = commands.flat_map { |command| command.scan(%r{\bbin/\w+}) }

    expect(used).not_to be_empty
    expect(used).to all(satisfy { |program| File.executable?("#{root}/#{program}") })
  end

  it "publishes the source gem and the gem of each platform, or nothing" do
    expect(jobs.fetch("publish").fetch("needs")).to match_array(jobs.keys - ["publish"])
    expect(commands.join[/-eq (\d+)/, 1].to_i).to eq(platforms.size + 1)
  end

  it "builds for each platform of Linux that gem:cross knows" do
    targets = File.read("#{root}/rakelib/support/cross_build.rb").scan(/"([\w-]+-linux[\w-]*)" =>/).flatten

    expect(platforms.map { |each| each["platform"] }.grep(/linux/)).to match_array(targets)
  end
end
