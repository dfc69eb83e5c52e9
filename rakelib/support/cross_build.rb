# frozen_string_literal: true

require "rake"
require "rbconfig"
require_relative "guest_toolchain"
require_relative "target_ruby"

# Builds the extension for a platform of Linux and a Ruby of it, with zig for a linker and a C library, and runs that
# Ruby here.
class CrossBuild
  # Targets of Rust, with the oldest C library that the extension runs with.
  TARGETS = { "x86_64-linux" => "x86_64-unknown-linux-gnu.2.17",
              "aarch64-linux" => "aarch64-unknown-linux-gnu.2.17",
              "x86_64-linux-musl" => "x86_64-unknown-linux-musl" }.freeze
  REQUIREMENTS = File.expand_path("zigbuild.txt", __dir__)

  include Rake::FileUtilsExt

  # @param platform [String] one of {TARGETS}
  def initialize(platform)
    @platform = platform
    @cpu = platform[/\A[^-]+/]
    @target = TARGETS.fetch(platform)
  end

  # @param version [String] "3.1"
  # @return [String] a copy of the extension for this Ruby
  def extension(version)
    sh(environment.merge("RUBY" => ruby_of(version).command), "#{tools}/bin/cargo-zigbuild", "zigbuild", "--release",
       "--locked", "--package", "kobako", "--target", @target, *build_std)
    copy = File.expand_path("pkg/extensions/#{@platform}/#{version}/kobako.so")
    mkdir_p File.dirname(copy), verbose: false
    cp "#{ENV.fetch("CARGO_TARGET_DIR", "target")}/#{triple}/release/libkobako.so", copy, verbose: false
    copy
  end

  # @param version [String] "3.1"
  # @return [Array<String>] a program that compiles the guest for the platform
  def compiler(version)
    # What is compiled knows the processor and Linux, and no C library: the extension of this checkout makes the same.
    musl? ? [RbConfig.ruby, "-I#{File.expand_path("lib")}"] : ruby(version)
  end

  # @return [Array<String>] a program that runs this Ruby of the platform; here, if it is another processor's
  def ruby(version)
    return [RbConfig.ruby] if RbConfig::CONFIG["host_cpu"] == @cpu && RUBY_VERSION.start_with?("#{version}.")

    root = ruby_of(version).root
    [emulator, "-L", root, "#{root}/usr/bin/ruby#{version}"]
  end

  private

  def triple = @target[/\A[^.]+/]
  def musl? = triple.end_with?("musl")
  def ruby_of(version) = TargetRuby.new(version, @cpu)

  # Cargo's environment: the toolchain of the caller if it has the target, else that of Debian.
  def environment
    # A library that Ruby loads takes musl from the process; Rust would put a second one into it.
    path = { "CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS" => "-Ctarget-feature=-crt-static",
             "PATH" => "#{tools}/bin:#{ENV.fetch("PATH")}", "VIRTUAL_ENV" => tools }
    return path if target_installed?
    raise "no Rust for #{triple} (rustup target add #{triple}, or rake guest:setup on Debian)" unless from_source?

    path.merge("RUSTC_BOOTSTRAP" => "1", "RUSTC" => "/usr/bin/rustc", "CARGO" => "/usr/bin/cargo")
  end

  def build_std = target_installed? ? [] : ["-Zbuild-std=std,panic_unwind"]
  def from_source? = File.directory?(GuestToolchain::RUST_SOURCE)
  def target_installed? = File.directory?(`rustc --target #{triple} --print target-libdir`.chomp)

  # A folder of Python with zig and cargo-zigbuild, as pinned.
  def tools
    @tools ||= "#{TargetRuby.folder}/zigbuild".tap do |folder|
      next if File.exist?("#{folder}/bin/cargo-zigbuild")

      sh "python3", "-m", "venv", folder
      sh "#{folder}/bin/pip", "install", "--quiet", "--require-hashes", "--requirement", REQUIREMENTS
    end
  end

  # Of Debian: runs programs for another processor. Older ones, as bookworm's, take memory for each page that a program
  # reserves, and kobako reserves terabytes.
  def emulator
    root = "#{TargetRuby.folder}/qemu"
    DebianPackages.new("trixie", "amd64", TargetRuby.folder).unpack(["qemu-user"], root)
    "#{root}/usr/bin/qemu-#{@cpu}"
  end
end
