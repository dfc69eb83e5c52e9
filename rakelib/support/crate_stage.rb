# frozen_string_literal: true

require "fileutils"
require_relative "guest_digest"

# A copy of the guest's crates as one workspace: of a crate outside of it, cargo would hash the absolute path into the
# symbols.
class CrateStage
  CRATES = %w[guest crates/compiler crates/library crates/wire].freeze

  # Of the tree in `root`.
  def initialize(root)
    @root = root
  end

  # Makes the copy anew, and gives its path.
  def call
    folder = File.join(@root, "guest/target/stage")
    FileUtils.rm_rf(folder)
    crates = GuestDigest.files(@root).grep(%r{\A(guest/(src|build|Cargo)|crates/(compiler|library|wire)/)})
    crates.each do |file|
      FileUtils.mkdir_p(File.dirname(File.join(folder, file)))
      FileUtils.cp(File.join(@root, file), File.join(folder, file), preserve: true)
    end
    FileUtils.mv(File.join(folder, "guest/Cargo.lock"), folder)
    join_workspace(folder)
    folder
  end

  private

  def join_workspace(folder)
    crates = CRATES.to_h { |crate| [crate, sections(File.join(folder, crate, "Cargo.toml"))] }
    root = sections(File.join(@root, "Cargo.toml"))
    root["[workspace]"].sub!(/^members = .*$/, "members = #{CRATES.inspect}")
    root.merge!(crates["guest"].select { |head,| head.start_with?("[profile.release") })
    crates.each_value { |manifest| manifest.reject! { |head,| head.match?(/workspace|profile|dev-dependencies/) } }
    { "" => root, **crates }.each do |crate, manifest|
      File.write(File.join(folder, crate, "Cargo.toml"), manifest.values.join)
    end
  end

  # A manifest's text by the header of each section.
  def sections(manifest)
    File.read(manifest).split(/^(?=\[)/).to_h { |section| [section.lines.first.to_s.chomp, section] }
  end
end
