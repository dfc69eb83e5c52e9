# frozen_string_literal: true

namespace :release do
  desc "Check what goes out: one version, notes for it, gems on each Ruby, the guest's bytes (after gem:cross; an hour)"
  task check: %w[release:version release:address release:tree docs:check guest:verify gem:source_smoke gem:chroot_smoke
                 gem:aarch64_smoke gem:musl_smoke]

  desc "Check that the version is one everywhere and that CHANGELOG.md has notes and a day for it"
  task :version do
    version = Gem::Specification.load("kobako.gemspec").version.to_s
    crates = %w[Cargo.toml guest/Cargo.toml].to_h { |file| [file, File.read(file)[/^version = "(.*)"$/, 1]] }
    wrong = crates.reject { |_, other| other == version }
    abort "the gem is #{version}, #{wrong.map { |file, other| "#{file} says #{other}" }.join(", ")}" if wrong.any?

    notes = File.read("CHANGELOG.md")[/^## \[#{Regexp.escape(version)}\] - \d{4}-\d\d-\d\d\n(.*?)(?=^## \[|\z)/m, 1]
    abort "CHANGELOG.md has no dated section [#{version}] (cut one off [Unreleased])" unless notes&.match?(/^- /)
    puts "#{version}, with #{notes.scan(/^- /).size} notes"
  end

  desc "Check that the gem says where the project is"
  task :address do
    homepage = Gem::Specification.load("kobako.gemspec").homepage
    abort "kobako.gemspec has no homepage (set it, and metadata with its URIs, to where the project is)" unless homepage
  end

  task :tree do
    changed = `git status --porcelain`
    abort "the tree is not what is committed:\n#{changed}" unless changed.empty?
  end
end
