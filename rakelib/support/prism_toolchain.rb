# frozen_string_literal: true

require "fileutils"
require "shellwords"
require_relative "guest_toolchain"

# The guest's C compiler in the form of a WASI SDK, as which the crate ruby-prism-sys looks for it. Prism is without the
# functions that write its tree down, without files and messages, and with a limit on how deep code may nest.
class PrismToolchain
  FLAGS = %w[
    -Oz -w -nostdlibinc -DNDEBUG -DPRISM_BUILD_MINIMAL -DPRISM_ENCODING_EXCLUDE_FULL -DPRISM_HAS_NO_FILESYSTEM
    -DPRISM_DEPTH_MAXIMUM=1300
  ].freeze
  # What would bring all of stdio, WASI's files and another reader of floats along, and Unicode's letters twice;
  # guest/gems has the functions.
  HEADER = <<~C
    #include <stdarg.h>
    #include <stdbool.h>
    #include <stddef.h>
    #include <stdint.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #define fprintf(...) ((void)0)
    #define fputs(...) ((void)0)
    #define perror(...) ((void)0)
    #define vsnprintf kobako_format
    #define strtod(text, end) kobako_strtod(text, end)
    int kobako_format(char *to, size_t size, const char *format, va_list arguments);
    double kobako_read_float(const char *text, size_t length);
    /* The parser asks of numbers without an exponent too. */
    static inline double kobako_strtod(char *text, char **end) {
      double value = kobako_read_float(text, strlen(text));
      *end = text + (value == value ? strlen(text) : 0);
      return value;
    }
    /* What a kept program leaves as it was costs nothing to restore. */
    #define xfree_sized(memory, size) kobako_wipe(memory, size)
    static inline void kobako_wipe(void *memory, size_t size) {
      if (memory) memset(memory, 0, size);
      __asm__ volatile("" : : "r"(memory) : "memory");
      free(memory);
    }
    size_t pm_encoding_utf_8_alpha_char(const uint8_t *b, ptrdiff_t n) __attribute__((weak));
    size_t pm_encoding_utf_8_alnum_char(const uint8_t *b, ptrdiff_t n) __attribute__((weak));
    bool pm_encoding_utf_8_isupper_char(const uint8_t *b, ptrdiff_t n) __attribute__((weak));
  C

  # Made in `folder`.
  def initialize(folder)
    @folder = File.expand_path(folder)
  end

  # For cargo, whose builds are in `target`: the crate's script does not see that the flags changed.
  def environment(target)
    make
    forget(target) unless current?
    { "WASI_SDK_PATH" => @folder, "RUBY_PRISM_CFLAGS" => [*FLAGS, "-include", header].shelljoin,
      "AR_wasm32_wasip1" => GuestToolchain::ARCHIVER }
  end

  private

  def stamp = File.join(@folder, "flags")
  def flags = [*FLAGS, HEADER].join("\n")
  def current? = File.exist?(stamp) && File.read(stamp) == flags

  def forget(target)
    FileUtils.rm_rf(Dir[File.join(target, "*/release/{build,.fingerprint}/ruby-prism-sys-*")])
    File.write(stamp, flags)
  end

  def header = File.join(@folder, "parser.h")

  def make
    sysroot = File.join(@folder, "share/wasi-sysroot")
    FileUtils.mkdir_p([File.join(@folder, "bin"), File.join(sysroot, "lib")])
    { "include" => GuestToolchain::HEADERS, "lib/wasm32-wasi" => GuestToolchain::LIBRARIES }.each do |name, folder|
      link = File.join(sysroot, name)
      FileUtils.ln_s(folder, link) unless File.symlink?(link)
    end
    File.write(header, HEADER)
    compiler = File.join(@folder, "bin/clang")
    File.write(compiler, %(#!/bin/sh\nexec #{GuestToolchain::CLANG} "$@"\n))
    File.chmod(0o755, compiler)
  end
end
