# frozen_string_literal: true

require "open3"
require "rbconfig"
require "yaml"

# The programs of spec/guest, and what they print. A file of spec/guest/programs is one program. A file of
# spec/guest/language is about a topic: each of its sections, which begin with a line `# == Title`, is a program of its
# own, or all of it is where there are none.
module GuestPrograms
  FOLDER = File.expand_path("../guest", __dir__)
  TITLE = /^# == (.+)\n/

  module_function

  # @return [Hash{String => String}] the programs by name, each at the lines that it has in its file
  def sources
    Dir.glob("{language,programs}/*.rb", base: FOLDER).sort.each_with_object({}) do |file, found|
      sections(File.read("#{FOLDER}/#{file}"), language: file.start_with?("language/")).each do |title, source|
        name = [file.delete_suffix(".rb"), title && "(#{title})"].compact.join(" ")
        raise "#{name} stands twice" if found.key?(name)

        found[name] = source
      end
    end
  end

  # @return [Array<(String, String)>] title and text; one without a title where the text has none
  def sections(text, language:)
    return [[nil, text]] unless language && text.match?(TITLE)
    raise "text before the first section" unless text.match?(/\A#{TITLE}/)

    starts = text.to_enum(:scan, TITLE).map { [Regexp.last_match.begin(0), Regexp.last_match[1]] }
    starts.push([text.size]).each_cons(2).map do |(from, title), (to)|
      [title, ("\n" * text[...from].count("\n")) + text[from...to]]
    end
  end

  # @return [String] what a program prints on CRuby
  def on_cruby(name)
    command = [{ "TZ" => "UTC" }, RbConfig.ruby, "--disable-gems", "-W0", "-rset", "-"]
    output, status = Open3.capture2e(*command, stdin_data: SOURCES.fetch(name))
    raise "#{name} fails on CRuby:\n#{output}" unless status.success?

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

  SOURCES = sources.freeze
  # By name: what differs from CRuby in the guest.
  KNOWN = YAML.load_file("#{FOLDER}/known_differences.yml").freeze
end
