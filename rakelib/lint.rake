# frozen_string_literal: true

require "rbconfig"
require_relative "support/gem_layers"
require_relative "support/guest_c"
require_relative "support/rust_floors"

guest_manifest = "guest/Cargo.toml"
# Where no file may import one that imports it.
floored = %w[crates/bake/src crates/compiler/src crates/engine/src crates/library/src crates/mrbc/src crates/wire/src
             ext/kobako/src guest/src]

desc "Check formatting, style and layers of Ruby, Rust and C, and the patches of mruby"
task lint: %w[lint:fmt lint:clippy lint:floors lint:ruby lint:rubocop lint:layers lint:c_format mruby:patches]

namespace :lint do
  desc "Check Rust formatting"
  task :fmt do
    sh "cargo", "fmt", "--all", "--check"
    sh "cargo", "fmt", "--manifest-path", guest_manifest, "--all", "--check"
  end

  desc "Run clippy, warnings denied"
  task :clippy do
    sh({ "RUBY" => RbConfig.ruby }, "cargo", "clippy", "--release", "--locked", "--workspace", "--all-targets",
       "--", "--deny", "warnings")
    sh "cargo", "clippy", "--manifest-path", guest_manifest, "--locked", "--all-targets", "--", "--deny", "warnings"
  end

  desc "Refuse circles and upward arrows among the Rust files of a crate's src"
  task :floors, [:folder] do |_, arguments|
    crates = (arguments.folder ? [arguments.folder] : floored).map { |folder| RustFloors.new(folder) }
    puts crates
    complaints = crates.filter_map(&:complaint)
    abort complaints.join("\n") if complaints.any?
  end

  desc "Parse every Ruby file with this Ruby, which knows more errors than rubocop"
  task :ruby do
    foreign = %r{\A(target|tmp|guest/target|spec/fixtures|playground/(node_modules|packages/guest/test/scripts))/}
    files = FileList["**/*.{rb,rake}", "Rakefile", "*.gemspec"].exclude(foreign)
    ruby "-W0", "-e", "ARGV.each { |file| RubyVM::InstructionSequence.compile_file(file) }", *files, verbose: false
  end

  desc "Run rubocop"
  task :rubocop do
    ruby "-S", "rubocop", "--no-server"
  end

  desc "Check that the C files of guest/gems use each other in no circle, and other gems only as declared"
  task :layers do
    layers = GemLayers.new
    found = layers.circles.map { |files| "a circle: #{files.join(", ")}" } + layers.undeclared
    abort found.join("\n") unless found.empty?
    puts "#{layers.arrows.size} C files, #{layers.arrows.sum { |_, used| used.size }} arrows, no circle"
  end

  desc "Check the format of the guest's C (clang-format -i mends it)"
  task :c_format do
    sh GuestC::FORMATTER, "--dry-run", "--Werror", *GuestC.sources, *GuestC.headers, verbose: false
  end

  desc "Look for bugs in the guest's C, as guest:build left it, with clang-tidy"
  task :c_tidy do
    abort "no guest to look at (run `rake guest:build`)" unless File.directory?("#{GuestC::WORK}/build/wasm/include")

    sh GuestC::CHECKER, "--quiet", *GuestC.sources, "--", *GuestC.flags, verbose: false
  end
end
