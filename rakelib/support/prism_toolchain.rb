# frozen_string_literal: true

require "fileutils"
require "shellwords"
require_relative "guest_toolchain"

# The guest's C compiler in the form of a WASI SDK, as which the crate ruby-prism-sys looks for it. Prism is without the
# functions that write its tree down, without files and messages, and with a limit on how deep code may nest.
class PrismToolchain
  FLAGS = %w[
    -Oz -w -nostdlibinc -DNDEBUG -DPRISM_BUILD_MINIMAL -DPRISM_HAS_NO_FILESYSTEM -DPRISM_DEPTH_MAXIMUM=1300
  ].freeze
  # What would bring all of stdio, and WASI's files, along; guest/gems/compiler has the function.
  STDIO = <<~C
    #include <stdarg.h>
    #include <stdio.h>
    #define fprintf(...) ((void)0)
    #define fputs(...) ((void)0)
    #define perror(...) ((void)0)
    #define vsnprintf kobako_format
    int kobako_format(char *to, size_t size, const char *format, va_list arguments);
  C

  # Made in `folder`.
  def initialize(folder)
    @folder = File.expand_path(folder)
  end

  # For cargo.
  def environment
    make
    { "WASI_SDK_PATH" => @folder, "RUBY_PRISM_CFLAGS" => [*FLAGS, "-include", header].shelljoin,
      "AR_wasm32_wasip1" => GuestToolchain::ARCHIVER }
  end

  private

  def header = File.join(@folder, "parser_stdio.h")

  def make
    sysroot = File.join(@folder, "share/wasi-sysroot")
    FileUtils.mkdir_p([File.join(@folder, "bin"), File.join(sysroot, "lib")])
    { "include" => GuestToolchain::HEADERS, "lib/wasm32-wasi" => GuestToolchain::LIBRARIES }.each do |name, folder|
      link = File.join(sysroot, name)
      FileUtils.ln_s(folder, link) unless File.symlink?(link)
    end
    File.write(header, STDIO)
    compiler = File.join(@folder, "bin/clang")
    File.write(compiler, %(#!/bin/sh\nexec #{GuestToolchain::CLANG} "$@"\n))
    File.chmod(0o755, compiler)
  end
end
