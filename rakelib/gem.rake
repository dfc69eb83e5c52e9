# frozen_string_literal: true

require "rbconfig"
require "rubygems/package"
require "tmpdir"

# The gem for this platform and this Ruby's ABI, with the extension built.
def native_gem_specification
  abi = RbConfig::CONFIG["ruby_version"]
  Gem::Specification.load("kobako.gemspec").dup.tap do |spec|
    spec.platform = Gem::Platform.local
    spec.required_ruby_version = "~> #{abi}"
    spec.extensions = []
    spec.dependencies.clear
    spec.files = spec.files.grep_v(/\A(ext|crates|Cargo)/) + ["lib/kobako/kobako.#{RbConfig::CONFIG["DLEXT"]}"]
  end
end

def build_gem(spec)
  mkdir_p "pkg"
  path = File.join("pkg", spec.file_name)
  Gem::Package.build(spec, false, true, path)
  path
end

namespace :gem do
  desc "Build the source gem into pkg/"
  task(:source) { build_gem(Gem::Specification.load("kobako.gemspec")) }

  desc "Build the gem for this platform into pkg/"
  task(native: :compile) { build_gem(native_gem_specification) }

  desc "Build the extension from the files of the source gem alone"
  task source_smoke: :source do
    Dir.mktmpdir do |folder|
      Gem::Package.new(File.join("pkg", Gem::Specification.load("kobako.gemspec").file_name)).extract_files(folder)
      target = File.expand_path(ENV.fetch("CARGO_TARGET_DIR", "target"))
      sh({ "RUBY" => RbConfig.ruby, "CARGO_TARGET_DIR" => target },
         "cargo", "check", "--release", "--locked", "--package", "kobako", chdir: folder)
    end
  end

  desc "Install the platform gem into an empty gem home and evaluate a script there"
  task smoke: :native do
    gem_file = File.expand_path(File.join("pkg", native_gem_specification.file_name))
    Dir.mktmpdir do |home|
      clean = { "GEM_HOME" => home, "GEM_PATH" => home, "RUBYLIB" => nil, "RUBYOPT" => nil }
      sh clean, RbConfig.ruby, "-S", "gem", "install", "--local", "--no-document", gem_file, chdir: home
      sh clean, RbConfig.ruby, "-e", <<~RUBY, chdir: home
        require "kobako"
        loaded = $LOADED_FEATURES.grep(/kobako/)
        abort "loaded from elsewhere: \#{loaded}" unless loaded.all? { |file| file.start_with?(#{home.dump}) }
        abort "wrong result" unless Kobako::Sandbox.new.eval("[1, 2].sum") == 3
        puts "kobako \#{Kobako::VERSION} runs from an empty gem home"
      RUBY
    end
  end
end
