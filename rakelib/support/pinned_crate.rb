# frozen_string_literal: true

require "json"
require "open3"
require_relative "guest_toolchain"

# Where cargo keeps the sources of a crate that the guest's lock pins.
module PinnedCrate
  class << self
    # `workspace` is a folder with the guest crate and its lock; what is not there is fetched.
    def folder(name, workspace)
      crate = packages(workspace).find { |package| package["name"] == name }
      File.dirname(crate.fetch("manifest_path"))
    end

    private

    def packages(workspace)
      environment, (cargo,) = GuestToolchain.cargo
      text, status = Open3.capture2(environment, cargo, "metadata", "--format-version=1", "--locked", "--all-features",
                                    chdir: workspace)
      raise "cargo metadata failed" unless status.success?

      JSON.parse(text).fetch("packages")
    end
  end
end
