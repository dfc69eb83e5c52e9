# frozen_string_literal: true

require "fileutils"
require_relative "onig_tables"
require_relative "pinned_crate"

# The sources of Oniguruma, which the crate onig_sys brings: patched, with its tables packed.
class OnigSource
  CRATE = "onig_sys"
  FILES = %w[
    regcomp.c regenc.c regerror.c regexec.c regext.c regparse.c regsyntax.c regtrav.c st.c
    ascii.c utf8.c unicode.c oniguruma.h regenc.h regint.h regparse.h st.h
  ].freeze

  # Of the tree in `root`, made in `folder`; `workspace` is a folder with the guest crate and its lock.
  def initialize(root, folder, workspace)
    @root = root
    @folder = folder
    @workspace = workspace
  end

  # The path of a folder to compile.
  def call
    state = inputs.map { |file| File.binread(file) }.join
    stamp = File.join(@folder, "stamp")
    return @folder if File.exist?(stamp) && File.binread(stamp) == state

    FileUtils.rm_rf(@folder)
    FileUtils.mkdir_p(@folder)
    fill
    File.binwrite(stamp, state)
    @folder
  end

  private

  def fill
    FileUtils.cp(FILES.map { |file| File.join(upstream, file) }, @folder)
    FileUtils.cp(Dir[File.join(ours, "*.{c,h}")], @folder)
    Dir[File.join(ours, "*.patch")].each do |patch|
      system("patch", "--quiet", "-p1", "-i", patch, chdir: @folder, exception: true)
    end
    File.write(File.join(@folder, "tables.h"), OnigTables.new(upstream).header)
  end

  def ours = File.join(@root, "guest/onig")

  def inputs
    Dir[File.join(ours, "*"), File.join(__dir__, "onig_*.rb")] + [File.join(@root, "guest/Cargo.lock")]
  end

  # The folder of the crate that the lock pins, fetched if it is not there.
  def upstream
    @upstream ||= File.join(PinnedCrate.folder(CRATE, @workspace), "oniguruma/src")
  end
end
