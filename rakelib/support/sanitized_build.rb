# frozen_string_literal: true

require_relative "guest_build"

# Makes an executable of the guest for this machine, with AddressSanitizer and UndefinedBehaviorSanitizer: mruby with
# the patches, gems and defines of the wasm build, the guest crate, and guest/sanitized/driver.c for a host.
class SanitizedBuild < GuestBuild
  # Pointers and sizes have 32 bits, as in wasm: what wraps there wraps here.
  MACHINE = "i686-unknown-linux-gnu"

  # Locals stay on the real stack, with whose end mruby compares their addresses; so a use of a local after its
  # function returned is not found.
  SANITIZERS = %w[
    -m32 -msse2 -mfpmath=sse -O1 -gline-tables-only -fno-omit-frame-pointer
    -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all
    -fsanitize-address-use-after-return=never
  ].freeze

  def initialize(root)
    super
    @work = File.join(@root, "guest/target/sanitized")
  end

  # The path of the executable.
  def call
    prepare_mruby
    stage = stage_crates
    build_mruby(stage)
    link(build_crate(stage))
  end

  private

  def machine = "sanitized"

  def configuration = File.join(@root, "guest/sanitized/build_config.rb")

  def own_patches = Dir[File.join(@root, "guest/sanitized/*.patch")].map { |file| MrubyPatch.new(file) }

  def rake = ["-S", "rake", "--multitask"]

  def compiler_environment = { "KOBAKO_SANITIZERS" => SANITIZERS.join(" ") }

  def crate_target = File.join(@root, "guest/target/sanitized-crate")

  def build_crate(stage)
    environment, command, flags = GuestToolchain.sanitized_cargo
    environment = environment.merge(
      "KOBAKO_MRUBY_LIB" => File.join(@work, "build/sanitized/lib"),
      "CARGO_TARGET_DIR" => crate_target,
      "CARGO_ENCODED_RUSTFLAGS" => flags.join("\x1f"),
      "CARGO_PROFILE_RELEASE_LTO" => "off", "CARGO_PROFILE_RELEASE_STRIP" => "none",
      "CARGO_PROFILE_RELEASE_OPT_LEVEL" => "1", "CARGO_PROFILE_RELEASE_DEBUG" => "line-tables-only",
      "CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS" => "true", "CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS" => "true"
    )
    run(environment, *command, "--release", "--locked", "--target", MACHINE, "--package", "kobako-guest",
        "--lib", "--crate-type", "staticlib", chdir: stage)
    File.join(crate_target, MACHINE, "release/libkobako_guest.a")
  end

  def link(crate)
    File.join(@work, "guest").tap do |executable|
      pack = "-DPACK=\"#{self.pack}\""
      run(GuestToolchain::CLANG, *SANITIZERS, "-Wall", "-Wextra", pack, "-o", executable,
          *Dir[File.join(@root, "guest/sanitized/*.c")], crate, "-lpthread", "-lm", "-ldl")
    end
  end
end
