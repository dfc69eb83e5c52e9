# frozen_string_literal: true

require "yaml"

# The programs of spec/guest, and what they print. A file of spec/guest/programs is one program, as is one of
# spec/guest/library, which uses the standard library. A file of spec/guest/language is about a topic: each of its
# sections, which begin with a line `# == Title`, is a program of its own, or all of it is where there are none. What
# Ruby 4.0 prints for a file stands in spec/guest/expected, under the same titles.
module GuestPrograms
  FOLDER = File.expand_path("../guest", __dir__)
  TITLE = /^# == (.+)\n/
  # A program with such a line is not for an older CRuby.
  NEEDS = /^# Needs Ruby (\d+\.\d+):/
  # One with such a line names constants without a `require`, which CRuby is given.
  UNREQUIRED = /^# Without the require of (.+)$/

  module_function

  # @return [Hash{String => String}] the programs by name, each at the lines that it has in its file
  def sources
    Dir.glob("{language,library,programs}/*.rb", base: FOLDER).sort.each_with_object({}) do |file, found|
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
    raise "before the first section stands #{text.lines.first.inspect}" unless text.match?(/\A#{TITLE}/)

    starts = text.to_enum(:scan, TITLE).map { [Regexp.last_match.begin(0), Regexp.last_match[1]] }
    starts.push([text.size]).each_cons(2).map do |(from, title), (to)|
      [title, ("\n" * text[...from].count("\n")) + text[from...to]]
    end
  end

  # @return [String] the file that has a program, without extension
  def file_of(name) = name[/\A[^ ]+/]

  # @return [Gem::Version] the oldest Ruby that prints for this program what Ruby 4.0 prints
  def needs(source) = Gem::Version.new(source[NEEDS, 1] || "0")

  # @return [Array<String>] features whose `require` it leaves out
  def unrequired(source) = source[UNREQUIRED, 1].to_s.split(", ")

  # @return [String] what a program prints on Ruby 4.0
  def reference(name)
    EXPECTED.fetch(name) { raise "spec/guest/expected has no text for #{name}: rake spec:judge writes it" }
  end

  # @return [Hash{String => String}] the texts of spec/guest/expected by program
  def expected_texts(folder = "#{FOLDER}/expected")
    Dir.glob("{language,library,programs}/*.txt", base: folder).each_with_object({}) do |file, found|
      name = file.delete_suffix(".txt")
      sectioned = SOURCES.keys.any? { |program| program.start_with?("#{name} (") }
      sections(File.read("#{folder}/#{file}"), language: sectioned).each do |title, text|
        found[[name, title && "(#{title})"].compact.join(" ")] = title ? text.lstrip.sub(/\A#{TITLE}/, "") : text
      end
    end
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
  def expected(name) = as_listed(reference(name), KNOWN.fetch(name, {}))

  SOURCES = sources.freeze
  EXPECTED = expected_texts.freeze
  # By name: what differs from CRuby in the guest.
  KNOWN = YAML.load_file("#{FOLDER}/known_differences.yml").freeze
end
