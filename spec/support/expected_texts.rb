# frozen_string_literal: true

require "fileutils"
require_relative "guest_programs"

# The files of spec/guest/expected as written: one for each file of programs, its sections under their titles.
module ExpectedTexts
  FOLDER = "#{GuestPrograms::FOLDER}/expected".freeze

  module_function

  # Writes them anew: the texts given, and those that stood there for programs that are not among them.
  # @param texts [Hash{String => String}] what is printed, by program
  # @raise [RuntimeError] for a program without a text
  def write(texts)
    files = files_of(texts)
    files.each do |path, text|
      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, text)
    end
    FileUtils.rm_f(Dir["#{FOLDER}/*/*.txt"] - files.keys)
  end

  # @return [Hash{String => String}] contents by path
  def files_of(texts)
    GuestPrograms::SOURCES.keys.group_by { |name| GuestPrograms.file_of(name) }.to_h do |file, names|
      found = names.map { |name| section(name, texts.fetch(name) { GuestPrograms.reference(name) }) }
      ["#{FOLDER}/#{file}.txt", found.join]
    end
  end

  # @return [String] what is printed, under the program's title if it has one
  def section(name, text)
    title = name[/ \((.+)\)\z/, 1]
    return text unless title
    raise "#{name} prints a line like a title" if text.b.match?(/^# == /n)
    raise "#{name} prints an unfinished line" unless text.empty? || text.end_with?("\n")

    "# == #{title}\n#{text}"
  end

  # @return [Array<String>] for each text that differs from what stands there, the first line that does
  def differences(texts)
    texts.filter_map do |name, text|
      stored = GuestPrograms::EXPECTED[name]
      next "#{name}: no text" unless stored
      next if stored.b == text.b

      number = (0..).find { |index| stored.lines[index] != text.lines[index] }
      "#{name}, line #{number + 1}: #{text.lines[number].inspect} instead of #{stored.lines[number].inspect}"
    end
  end
end
