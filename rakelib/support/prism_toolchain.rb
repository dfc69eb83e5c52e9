# frozen_string_literal: true

require "fileutils"
require_relative "guest_toolchain"

# The guest's C compiler in the form of a WASI SDK, as which the crate ruby-prism-sys looks for it. Prism is without the
# functions that write its tree down, without files and messages, and with a limit on how deep code may nest.
class PrismToolchain
  FLAGS = %w[-DNDEBUG -DPRISM_BUILD_MINIMAL -DPRISM_HAS_NO_FILESYSTEM -DPRISM_DEPTH_MAXIMUM=600].freeze
  # What would bring all of stdio, and WASI's files, along for "out of memory".
  SILENT = <<~C
    #include <stdio.h>
    #define fprintf(...) ((void)0)
    #define fputs(...) ((void)0)
  C

  # Made in `folder`.
  def initialize(folder)
    @folder = File.expand_path(folder)
  end

  # For cargo.
  def environment
    make
    { "WASI_SDK_PATH" => @folder, "RUBY_PRISM_CFLAGS" => FLAGS.join(" "),
      "AR_wasm32_wasip1" => GuestToolchain::ARCHIVER }
  end

  private

  def make
    sysroot = File.join(@folder, "share/wasi-sysroot")
    FileUtils.mkdir_p([File.join(@folder, "bin"), File.join(sysroot, "lib")])
    { "include" => GuestToolchain::HEADERS, "lib/wasm32-wasi" => GuestToolchain::LIBRARIES }.each do |name, folder|
      link = File.join(sysroot, name)
      FileUtils.ln_s(folder, link) unless File.symlink?(link)
    end
    write_compiler(File.join(@folder, "bin/clang"))
  end

  def write_compiler(path)
    header = File.join(@folder, "silent.h")
    File.write(header, SILENT)
    File.write(path, <<~SHELL)
      #!/bin/sh
      exec #{GuestToolchain::CLANG} "$@" -nostdlibinc -include #{header} -Os -w
    SHELL
    File.chmod(0o755, path)
  end
end
