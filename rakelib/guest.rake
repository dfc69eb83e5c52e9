# frozen_string_literal: true

require "tmpdir"
require_relative "support/guest_build"

compiler = GuestToolchain.own("kobako-mrbc")

namespace :guest do
  # With the engine, so that wasmtime is built as for the extension.
  task bake: :mrbc do
    sh "cargo", "build", "--release", "--locked", "--package", "kobako-engine", "--package", "kobako-bake"
  end

  task :mrbc do
    sh "cargo", "build", "--release", "--locked", "--package", "kobako-mrbc"
  end

  desc "Build data/kobako.wasm from guest/, crates/wire and mruby"
  task build: :bake do
    puts GuestBuild.new(Dir.pwd).call
  end

  desc "Build the guest in two other folders and compare both with data/kobako.wasm"
  task verify: :bake do
    binaries = %w[one another/folder].map do |name|
      Dir.mktmpdir do |scratch|
        tree = File.join(scratch, name)
        ["Cargo.toml", *GuestDigest.files].each do |file|
          mkdir_p File.dirname(File.join(tree, file)), verbose: false
          cp file, File.join(tree, file), verbose: false
        end
        File.binread(GuestBuild.new(tree).call)
      end
    end
    abort "the two builds differ" unless binaries.uniq.one?
    abort "data/kobako.wasm is not what the sources build" unless binaries.first == File.binread("data/kobako.wasm")
    puts "three identical binaries of #{binaries.first.bytesize} bytes"
  end

  desc "Write the table of README.md that says what require takes anew"
  task :library_table do
    require_relative "support/library_table"
    table = LibraryTable.new(Dir.pwd)
    problems = table.problems
    abort problems.join("\n") if problems.any?
    table.write
  end

  desc "Compile spec/fixtures/bytecode"
  task fixtures: :mrbc do
    cd "spec/fixtures/bytecode" do
      Dir["*.rb"].each { |source| sh compiler, "rite", source, source.ext("mrb") }
    end
  end

  desc "Print the digest of the guest's sources"
  task :digest do
    puts GuestDigest.of_tree
  end

  desc "Install the compilers that guest:build needs (Debian), or say which"
  task :setup do
    missing = GuestToolchain.missing
    next puts("the guest's compilers are installed") if missing.empty?

    abort "install these packages or their like: #{missing.join(" ")}" unless File.exist?("/etc/debian_version")
    as_root = Process.uid.zero? ? [] : ["sudo"]
    sh(*as_root, "apt-get", "install", "--yes", "--no-install-recommends", *missing)
  end
end
