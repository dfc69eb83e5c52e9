# frozen_string_literal: true

require "rbconfig"
require "rake/clean"

target_folder = ENV.fetch("CARGO_TARGET_DIR", "target")
built = File.join(target_folder, "release", "libkobako.#{RbConfig::CONFIG["SOEXT"]}")
extension = "lib/kobako/kobako.#{RbConfig::CONFIG["DLEXT"]}"

CLOBBER.include(extension)

desc "Build the native extension into lib/kobako"
task :compile do
  sh({ "RUBY" => RbConfig.ruby }, "cargo", "build", "--release", "--locked", "--package", "kobako")
  next if File.exist?(extension) && FileUtils.identical?(built, extension)

  # Replaced by rename: a process that has the old file loaded keeps it.
  cp built, "#{extension}.new"
  mv "#{extension}.new", extension
end
