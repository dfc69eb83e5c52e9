# frozen_string_literal: true

require "fileutils"
require_relative "debian_packages"

# The headers of a Ruby of Debian, and what rb-sys takes for that Ruby, to build an extension for it anywhere.
class TargetRuby
  # Releases of Debian by their Ruby.
  SUITES = { "3.1" => "bookworm", "3.3" => "trixie" }.freeze
  ARCHITECTURES = { "x86_64" => "amd64", "aarch64" => "arm64" }.freeze

  attr_reader :version

  # Where packages are unpacked, outside of the project.
  def self.folder = ENV.fetch("KOBAKO_ROOTS", "/var/tmp/kobako-roots")

  # @param version [String] "3.1"
  # @param cpu [String] "aarch64"
  def initialize(version, cpu)
    @version = version
    @architecture = ARCHITECTURES.fetch(cpu)
    @packages = DebianPackages.new(SUITES.fetch(version), @architecture, self.class.folder)
  end

  # @return [String] a program that gives rb-sys this Ruby's configuration, whatever it is asked
  def command
    headers = "#{self.class.folder}/ruby-#{version}-#{@architecture}-headers"
    @packages.unpack(["ruby#{version}-dev", "libruby#{version}"], headers)
    command = "#{headers}/ruby"
    File.write("#{command}.config", configuration(headers))
    File.write(command, "#!/bin/sh\nexec cat \"$0.config\"\n")
    FileUtils.chmod(0o755, command)
    command
  end

  # @return [String] the root of a system in which this Ruby runs, with RSpec
  def root
    "#{self.class.folder}/ruby-#{version}-#{@architecture}".tap do |root|
      @packages.unpack_with_dependencies(%w[ruby ruby-rspec], root)
    end
  end

  private

  # In the form that rb-sys asks for, with the headers where they are now.
  def configuration(headers)
    path = Dir.glob("#{headers}/usr/lib/*/ruby/*/rbconfig.rb").fetch(0)
    text = File.read(path).sub(/^ *RUBY_VERSION\.start_with.*\n.*raise .*\n/, "")
    config = Module.new.tap { |scope| scope.module_eval(text, path) }.const_get(:RbConfig)::CONFIG
    config.map { |pair| pair.join("\x1F") }.join("\x1E")
  end
end
