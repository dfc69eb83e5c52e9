# frozen_string_literal: true

require "tmpdir"
require_relative "support/chroot"
require_relative "support/cross_build"
require_relative "support/musl_ruby"
require_relative "support/native_gem"

# Gems to publish, with the extension for each Ruby that Debian has; they need glibc of 2012 or newer, or musl.

source_gem = Gem::Specification.load("kobako.gemspec")
versions = TargetRuby::SUITES.keys
# What depends on the processor, without what starts another Ruby, which would be the one of this machine, and without
# what a slow emulation does not do in its time.
AARCH64_SPECS = %w[
  spec/kobako/sandbox_spec.rb spec/integration/invocation/{eval,errors,clock_and_entropy}_spec.rb
  spec/integration/language/json_spec.rb spec/integration/limits/memory_limit_spec.rb
  spec/integration/services/{blocks,handles,services}_spec.rb
].flat_map { |pattern| Dir[pattern] }.freeze
path = ->(platform) { File.expand_path("pkg/#{source_gem.full_name}-#{platform}.gem") }
nowhere = { "KOBAKO_CACHE_DIR" => "/nonexistent", "RUBYLIB" => nil, "RUBYOPT" => nil }

# Runs the quickstart in `folder`, where a gem was unpacked.
quickstart = lambda do |command, folder|
  output = IO.popen(nowhere, [*command, "-Ilib", "examples/quickstart.rb"], chdir: folder, &:read)
  timeless = output.gsub(/\d+ microseconds/, "N microseconds").gsub(/ran for \d\.\d+ s/, "ran for N s")
  abort "the quickstart printed:\n#{output}" unless timeless == File.read("examples/expected/quickstart.txt")
  puts "the quickstart runs with #{command.grep(/ruby/).first}"
end

namespace :gem do
  desc "Build the gem of each platform of Linux, or of one, for all of Debian's Rubies (Rust, Python, half an hour)"
  task :cross, [:platform] => :compile do |_, arguments|
    (arguments.platform ? [arguments.platform] : CrossBuild::TARGETS.keys).each do |platform|
      build = CrossBuild.new(platform)
      extensions = versions.to_h { |version| [version, build.extension(version)] }
      # Zig's linker strips.
      gem = NativeGem.new(source_gem, platform, extensions, strip: nil, ruby: build.compiler(versions.first))
      puts "#{gem.build}: #{File.size(path[platform])} bytes"
    end
  end

  desc "Run the quickstart and some specs with the gem for aarch64, on Debian's Rubies for it under qemu"
  task :aarch64_smoke do
    build = CrossBuild.new("aarch64-linux")
    Dir.mktmpdir do |folder|
      Gem::Package.new(path["aarch64-linux"]).extract_files(folder)
      cp_r %w[spec examples .rspec], folder
      versions.each { |version| quickstart[build.ruby(version), folder] }
      sh(nowhere, *build.ruby(versions.first), "-S", "rspec", *AARCH64_SPECS, chdir: folder)
    end
  end

  desc "Run the quickstart with the gem for musl, on a Ruby that is built for it (musl-tools; minutes at first)"
  task :musl_smoke do
    Dir.mktmpdir do |folder|
      Gem::Package.new(path["x86_64-linux-musl"]).extract_files(folder)
      cp_r "examples", folder
      quickstart[MuslRuby.command, folder]
    end
  end

  desc "Install the gem of this processor where there is Ruby alone, each of Debian's, and run it (as root; minutes)"
  task :chroot_smoke do
    gem = path["#{Gem::Platform.local.cpu}-linux"]
    TargetRuby::SUITES.each_value { |suite| Chroot.new(suite).try(gem) }
  end
end
