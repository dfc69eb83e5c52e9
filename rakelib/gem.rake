# frozen_string_literal: true

require "rbconfig"
require "rubygems/package"
require "tmpdir"

extension = "lib/kobako/kobako.#{RbConfig::CONFIG["DLEXT"]}"
source_gem = Gem::Specification.load("kobako.gemspec")

# For this platform and this Ruby's ABI, with the extension built.
native_gem = source_gem.dup.tap do |spec|
  spec.platform = Gem::Platform.local
  spec.required_ruby_version = "~> #{RbConfig::CONFIG["ruby_version"]}"
  spec.extensions = []
  spec.dependencies.clear
  spec.files = spec.files.grep_v(/\A(ext|crates|Cargo)/) + [extension]
end

package = ->(spec) { File.expand_path("pkg/#{spec.file_name}") }

# Runs a script with the kobako below `home`, and with none from elsewhere.
run_script = lambda do |home, *options|
  clean = { "GEM_HOME" => home, "GEM_PATH" => home, "RUBYLIB" => nil, "RUBYOPT" => nil }
  sh clean, RbConfig.ruby, *options, "-e", <<~RUBY, chdir: home
    require "kobako"
    elsewhere = $LOADED_FEATURES.grep(/kobako/).reject { |file| file.start_with?(#{home.dump}) }
    abort "loaded from elsewhere: \#{elsewhere}" unless elsewhere.empty?
    abort "wrong result" unless Kobako::Sandbox.new.eval("[1, 2].sum") == 3
    puts "kobako \#{Kobako::VERSION} runs"
  RUBY
end

namespace :gem do
  { source: source_gem, native: native_gem }.each do |name, spec|
    desc "Build the #{name} gem into pkg/"
    task name do
      mkdir_p "pkg"
      Gem::Package.build(spec, false, false, package[spec])
    end
  end
  task native: :compile

  desc "Build the extension from the source gem's files alone, with the pinned crates, and run a script"
  task source_smoke: :source do
    target = File.expand_path(ENV.fetch("CARGO_TARGET_DIR", "target"))
    Dir.mktmpdir do |folder|
      Gem::Package.new(package[source_gem]).extract_files(folder)
      sh({ "RUBY" => RbConfig.ruby, "CARGO_TARGET_DIR" => target },
         "cargo", "build", "--release", "--package", "kobako", chdir: folder)
      moved = File.readlines("#{folder}/Cargo.lock").grep(/^checksum/) - File.readlines("Cargo.lock")
      abort "the source gem builds with crates that Cargo.lock does not pin: #{moved}" unless moved.empty?

      cp "#{target}/release/libkobako.#{RbConfig::CONFIG["SOEXT"]}", File.join(folder, extension)
      run_script[folder, "-Ilib"]
    end
  end

  desc "Install the native gem into an empty gem home and run a script there"
  task smoke: :native do
    Dir.mktmpdir do |home|
      sh({ "GEM_HOME" => home, "GEM_PATH" => home }, RbConfig.ruby, "-S", "gem", "install", "--local", "--no-document",
         package[native_gem], chdir: home)
      run_script[home]
    end
  end
end
