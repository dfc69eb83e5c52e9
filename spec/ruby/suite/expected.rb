# frozen_string_literal: true

require "fileutils"

module RubySuite
  # The examples that CRuby passes and the guest is known not to: a text file for each directory of ruby/spec, in it a
  # line for each reason, file and example. A file's line ends with what the names of its examples begin with.
  class Expected
    FOLDER = File.expand_path("../expected_failures", __dir__)
    # Stands for all that CRuby passes of a file.
    WHOLE = "*"

    # @return [Hash{String => Hash{String => String}}] by file and name, the reason
    attr_reader :reasons

    # @param passed [Hash{String => Array<String>}] by CRuby
    def initialize(passed, folder = FOLDER)
      @passed = passed
      @folder = folder
      @reasons = {}
      Dir["#{folder}/*.txt"].each { |file| read(file) }
    end

    def of(path) = @reasons.fetch(path, {})

    # @param failures [Hash{String => Array<String>}] by file, all that fail now in each
    # @param only_remove [Boolean] leave out what failed not yet
    # @yieldparam path [String]
    # @yieldparam name [String]
    # @yieldreturn [String] reason for one that is not listed
    def update(failures, only_remove: false)
      failures.each do |path, names|
        listed = of(path)
        names &= listed.keys if only_remove
        @reasons[path] = names.to_h { |name| [name, listed[name] || yield(path, name)] }
      end
      write
    end

    # @return [String] the directory that a file is counted in
    def self.directory(path) = path[%r{\A(language|\w+/[^/]+)}]

    private

    def read(file)
      reason = path = prefix = nil
      File.foreach(file, chomp: true, encoding: Encoding::UTF_8) do |line|
        case line[0, 2]
        when "# " then reason = line[2..]
        when "  " then add(path, prefix, line[2..], reason)
        else path, prefix = line.split(": ", 2)
        end
      end
    end

    def add(path, prefix, rest, reason)
      names = rest == WHOLE ? @passed.fetch(path, []) : [[prefix, rest].compact.join(" ")]
      names.each { |name| (@reasons[path] ||= {})[name] = reason }
    end

    def write
      FileUtils.mkdir_p(@folder)
      FileUtils.rm_f(Dir["#{@folder}/*.txt"])
      rows = @reasons.flat_map { |path, listed| listed.map { |name, reason| [reason, path, name] } }
      rows.group_by { |_, path| self.class.directory(path) }.each do |directory, group|
        File.write("#{@folder}/#{directory.tr("/", "_")}.txt", text(group))
      end
    end

    def text(rows)
      groups = rows.sort.group_by(&:first).map do |reason, group|
        files = group.group_by { |row| row[1] }
        "# #{reason}\n#{files.map { |path, examples| lines(path, examples.map(&:last)) }.join}"
      end
      groups.join("\n")
    end

    def lines(path, names)
      all = @passed.fetch(path)
      return "#{path}\n  #{WHOLE}\n" if names.sort == all.sort

      prefix = common(all)
      names = names.map { |name| name.delete_prefix("#{prefix} ") } if prefix
      "#{[path, prefix].compact.join(": ")}\n#{names.map { |name| "  #{name}\n" }.join}"
    end

    # The words that all names begin with, nil for none.
    def common(names)
      first, last = names.minmax.map { |name| name.split(" ", -1) }
      count = first.zip(last).take_while { |a, b| a == b }.size
      count = [count, first.size - 1].min
      count.positive? ? first.first(count).join(" ") : nil
    end
  end
end
