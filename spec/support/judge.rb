# frozen_string_literal: true

require "etc"
require "open3"
require "rbconfig"
require "tmpdir"
require_relative "guest_programs"

# Runs the programs of spec/guest on the CRuby at hand, with Ruby 4.0's texts.
module Judge
  TEXTS = File.expand_path("ruby4_texts.rb", __dir__)
  VERSION = Gem::Version.new(RUBY_VERSION)
  # The name of a program in a sandbox.
  FILE = "(eval)"
  COMMAND = [{ "TZ" => "UTC", "LC_ALL" => "C.UTF-8" }, RbConfig.ruby, "--disable-gems", "-W0",
             *("-r#{TEXTS}" if VERSION < Gem::Version.new("4.0"))].freeze

  module_function

  # @return [Array<String>] the programs for which this CRuby is new enough
  def names = GuestPrograms::SOURCES.reject { |_, source| GuestPrograms.needs(source) > VERSION }.keys

  # @return [Hash{String => String}] what they print
  # @raise [RuntimeError] if one fails
  def texts
    queue = Queue.new(names).close
    texts = names.to_h { |name| [name, nil] }
    Array.new(Etc.nprocessors) do
      Thread.new do
        while (name = queue.pop)
          texts[name] = text(name)
        end
      end
    end.each(&:join)
    texts
  end

  # @return [String] what a program prints
  def text(name)
    source = GuestPrograms::SOURCES.fetch(name)
    features = GuestPrograms.unrequired(source).map { |feature| "-r#{feature}" }
    output, status = Dir.mktmpdir do |folder|
      File.write("#{folder}/#{FILE}", source)
      Open3.capture2e(*COMMAND, *features, FILE, stdin_data: "", chdir: folder)
    end
    raise "#{name} fails on CRuby #{RUBY_VERSION}:\n#{output}" unless status.success?

    output
  end
end
