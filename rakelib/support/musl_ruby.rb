# frozen_string_literal: true

require "etc"
require "rbconfig"
require_relative "ruby_release"
require_relative "target_ruby"

# Ruby of the pinned release with musl for a C library, built here with Debian's musl-tools: Debian has no such Ruby.
module MuslRuby
  extend RubyRelease
  include RubyRelease

  NAME = "Ruby's source"
  ROOT = "."
  PARTS = ["*"].freeze
  FILES = ["*.{c,h,y}", "include/**/*.h", "configure"].freeze
  DIGEST = "1a8f315783b7513112585b11601ef9b7ef5c08daacd2a3c6c1ba894802e9db7e"
  # Extensions that want libraries of other projects, for musl.
  LEFT_OUT = %w[openssl psych readline zlib fiddle socket pty syslog].join(",")

  class << self
    # @return [Array<String>] a program that runs it, with what it brings
    def command
      folder = "#{TargetRuby.folder}/ruby-musl"
      build(folder) unless File.exist?("#{folder}/built")
      libraries = [folder, "#{folder}/lib", "#{folder}/.ext/common", *Dir["#{folder}/.ext/*-linux-musl"]]
      ["env", "LD_LIBRARY_PATH=#{folder}", "#{folder}/ruby", *libraries.map { |path| "-I#{path}" }, "--disable=gems"]
    end

    private

    def copy(given, tree)
      return super unless File.directory?(given)

      FileUtils.cp_r(given, tree)
      tree
    end

    def build(folder)
      raise "no compiler for musl (apt-get install musl-tools)" unless system("which", "musl-gcc", out: File::NULL)

      keep(folder)
      system({ "CC" => "musl-gcc" }, "./configure", "--enable-shared", "--disable-install-doc", "--disable-yjit",
             "--with-out-ext=#{LEFT_OUT}", "--with-baseruby=#{RbConfig.ruby}",
             chdir: folder, out: "#{folder}/configure.log", exception: true)
      system("make", "-j#{Etc.nprocessors}", "main",
             chdir: folder, %i[out err] => "#{folder}/make.log", exception: true)
      FileUtils.touch("#{folder}/built")
    end
  end
end
