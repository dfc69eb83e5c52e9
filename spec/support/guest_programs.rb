# frozen_string_literal: true

require "open3"
require "rbconfig"
require "yaml"

# The programs of spec/guest, and what they print.
module GuestPrograms
  FOLDER = File.expand_path("../guest", __dir__)
  SOURCES = Dir.glob("*.rb", base: FOLDER).sort.to_h do |file|
    [file.delete_suffix(".rb"), File.read("#{FOLDER}/#{file}")]
  end.freeze
  # By name: what differs from CRuby in the guest.
  KNOWN = YAML.load_file("#{FOLDER}/known_differences.yml").freeze

  module_function

  # @return [String] what a program prints on CRuby
  def on_cruby(name)
    path = "#{FOLDER}/#{name}.rb"
    output, status = Open3.capture2e({ "TZ" => "UTC" }, RbConfig.ruby, "--disable-gems", "-W0", "-rset", path)
    raise "#{path} fails on CRuby:\n#{output}" unless status.success?

    output
  end

  # CRuby's output with the listed lines replaced, or left out for nil, up to the line where the guest is known to stop.
  # @param output [String] on CRuby
  # @param difference [Hash] of KNOWN
  def as_listed(output, difference)
    lines = output.lines
    difference.fetch("lines", {}).each do |number, text|
      raise "line #{number} is the same on both" if lines.fetch(number - 1) == "#{text}\n"

      lines[number - 1] = text && "#{text}\n"
    end
    lines.compact!
    lines = lines.first(difference.fetch("printed_lines")) if difference["raises"]
    lines.join
  end

  # @return [String] what a program prints in the guest
  def expected(name) = as_listed(on_cruby(name), KNOWN.fetch(name, {}))
end
