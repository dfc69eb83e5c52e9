# frozen_string_literal: true

require "rbconfig"
require "rubygems/package"
require "tmpdir"
require_relative "support/native_gem"

extension = "lib/kobako/kobako.#{RbConfig::CONFIG["DLEXT"]}"
source_gem = Gem::Specification.load("kobako.gemspec")
# Without the version of macOS.
here = Gem::Platform.local.then { |local| "#{local.cpu}-#{local.os}" }
path = ->(platform) { File.expand_path("pkg/#{source_gem.full_name}#{"-#{platform}" if platform}.gem") }

pack = lambda do |platform, extensions|
  strip = RbConfig::CONFIG["STRIP"].split
  gem = NativeGem.new(source_gem, platform, extensions, strip:, ruby: [RbConfig.ruby]).build
  puts "#{gem}: #{File.size(gem)} bytes"
end

# Runs a script with the kobako below `home`, and with none from elsewhere; it has no cache to take a guest from.
run_script = lambda do |home, *options, compiled: false|
  clean = { "GEM_HOME" => home, "GEM_PATH" => home, "RUBYLIB" => nil, "RUBYOPT" => nil }
  clean["KOBAKO_CACHE_DIR"] = "#{home}/compiled" if compiled
  sh clean, RbConfig.ruby, *options, "-e", <<~RUBY, chdir: home
    require "kobako"
    elsewhere = $LOADED_FEATURES.grep(/kobako/).reject { |file| file.start_with?(#{home.dump}) }
    abort "loaded from elsewhere: \#{elsewhere}" unless elsewhere.empty?
    abort "wrong result" unless Kobako::Sandbox.new.eval("[1, 2].sum") == 3
    abort "the guest was compiled" if #{compiled} && File.exist?("compiled")
    puts "kobako \#{Kobako::VERSION} runs"
  RUBY
end

namespace :gem do
  desc "Build the source gem into pkg/"
  task :source do
    mkdir_p "pkg"
    Gem::Package.build(source_gem, false, false, path[nil])
  end

  desc "Build the gem for this platform, C library and Ruby into pkg/ (those to publish: gem:cross, gem:pack)"
  task native: :compile do
    pack[here, { RUBY_VERSION[/\A\d+\.\d+/] => extension }]
  end

  desc "Build the extension for this Ruby, to be packed with those for others"
  task extension: :compile do
    copy = "pkg/extensions/#{here}/#{RUBY_VERSION[/\A\d+\.\d+/]}/#{File.basename(extension)}"
    mkdir_p File.dirname(copy)
    cp extension, copy
  end

  desc "Build the gem for this platform with all extensions that gem:extension built"
  task :pack do
    files = Dir["pkg/extensions/#{here}/*/kobako.*"]
    pack[here, files.to_h { |file| [File.basename(File.dirname(file)), file] }]
  end

  desc "Build the extension from the source gem's files alone, with the pinned crates, and run a script"
  task source_smoke: :source do
    target = File.expand_path(ENV.fetch("CARGO_TARGET_DIR", "target"))
    Dir.mktmpdir do |folder|
      Gem::Package.new(path[nil]).extract_files(folder)
      sh({ "RUBY" => RbConfig.ruby, "CARGO_TARGET_DIR" => target },
         "cargo", "build", "--release", "--package", "kobako", chdir: folder)
      moved = File.readlines("#{folder}/Cargo.lock").grep(/^checksum/) - File.readlines("Cargo.lock")
      abort "the source gem builds with crates that Cargo.lock does not pin: #{moved}" unless moved.empty?

      cp "#{target}/release/libkobako.#{RbConfig::CONFIG["SOEXT"]}", File.join(folder, extension)
      run_script[folder, "-Ilib"]
    end
  end

  desc "Build the gem for this platform, install it into an empty gem home, and run a script that compiles no guest"
  task smoke: %i[native smoke:installed]

  namespace :smoke do
    desc "The same with the gem for this platform that is in pkg/"
    task :installed do
      Dir.mktmpdir do |home|
        sh({ "GEM_HOME" => home, "GEM_PATH" => home }, RbConfig.ruby, "-S", "gem", "install", "--local",
           "--no-document", path[here], chdir: home)
        run_script[home, compiled: true]
      end
      sh({ "KOBAKO_GEM" => path[here] }, "bin/demo") do |ok|
        abort "bin/demo does not run with the gem" unless ok
      end
    end
  end
end
