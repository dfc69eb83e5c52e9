# frozen_string_literal: true

require "tmpdir"
require_relative "support/mruby_patches"
require_relative "support/mruby_source"

mruby_patches = MrubyPatches.new(Dir.pwd)

namespace :mruby do
  desc "Check that each patch of guest/mruby has its header, applies exactly and is in the table of README.md"
  task patches: "spec:mruby_source" do
    problems = mruby_patches.problems("tmp/mruby")
    abort problems.join("\n") unless problems.empty?
    puts "#{mruby_patches.count} patches apply exactly: #{mruby_patches.kinds}"
  end

  desc "Write the diffs anew, each by the tree that those before it made, and print the digest of the last one"
  task refresh: "spec:mruby_source" do
    mruby_patches.refresh("tmp/mruby")
    puts mruby_patches.digest("tmp/mruby")
  end

  desc "Write the table of guest/mruby/README.md anew"
  task :table do
    mruby_patches.write_table
  end

  desc "Try the patches on another mruby, a folder or a tarball, and say which fail where"
  task :rebase, [:source] do |_, arguments|
    source = arguments[:source] or abort "usage: rake mruby:rebase[SOURCE]"
    failures = Dir.mktmpdir { |scratch| mruby_patches.failures(MrubySource.copy(source, "#{scratch}/tree")) }
    puts failures, "#{mruby_patches.count - failures.size} of #{mruby_patches.count} patches apply"
    abort unless failures.empty?
  end
end

namespace :spec do
  task :mruby_source do
    MrubySource.keep("tmp/mruby")
  end

  desc "Run mruby's own tests inside the sandbox"
  task mruby: %i[compile mruby_source] do
    ruby "-Ilib", "spec/mruby/suite.rb", "tmp/mruby"
  end
end
