# frozen_string_literal: true

require_relative "guest_build"

# Makes guest/target/named/kobako.wasm: the guest as it is, with the names of its functions, for profiles.
class NamedBuild < GuestBuild
  private

  def output = File.join(@root, "guest/target/named/kobako.wasm")

  def crate_target = File.join(@root, "guest/target/named-crate")

  def no_flags_of_others = super.merge("CARGO_PROFILE_RELEASE_STRIP" => "none")

  # The linker does not compress relocations of a module with names.
  def reproducible_flags = super - ["-Clink-arg=--compress-relocations"]
end
