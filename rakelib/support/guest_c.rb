# frozen_string_literal: true

require_relative "guest_toolchain"

# The C of guest/gems and the tools that look at it.
class GuestC
  VERSION = GuestToolchain::CLANG[/\d+/]
  FORMATTER = "clang-format-#{VERSION}".freeze
  CHECKER = "clang-tidy-#{VERSION}".freeze
  TOOLS = [FORMATTER, CHECKER].freeze
  WORK = "guest/target/mruby"

  class << self
    def sources = Dir["guest/gems/*/src/*.c"]
    def headers = Dir["guest/gems/*/{src,include}/*.h"]

    # What the compiler is told of a file, for a guest that guest:build made.
    def flags
      folders = ["guest/gems/setjmp/include", "#{resources}/include", GuestToolchain::HEADERS,
                 "#{WORK}/source/include", "#{WORK}/source/mrbgems/mruby-bigint/core",
                 "#{WORK}/build/wasm/include", "#{WORK}/onig",
                 "#{WORK}/unicode", "#{WORK}/build/wasm/mrbgems/kobako-encoding"]
      ["--target=#{GuestToolchain::TARGET}", "-std=gnu99", "-nostdlibinc",
       *folders.flat_map { |folder| ["-isystem", folder] },
       *(Dir["guest/gems/*/include"] - ["guest/gems/setjmp/include"]).map { |folder| "-I#{folder}" },
       *defines.map { |name| "-D#{name}" }]
    end

    private

    def resources = IO.popen([GuestToolchain::CLANG, "-print-resource-dir"], &:read).strip

    def defines
      File.read("guest/mruby/build_config.rb")[/^DEFINES = %w\[(.*?)\]/m, 1].split + ["MRB_USE_BIGINT"]
    end
  end
end
