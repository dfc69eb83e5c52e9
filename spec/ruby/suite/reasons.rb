# frozen_string_literal: true

require "yaml"

module RubySuite
  # Why an example fails that fails for the first time, by the rules of reasons.yml, and which files are no part of what
  # a sandbox means to have.
  class Reasons
    FILE = File.expand_path("../reasons.yml", __dir__)
    OTHER = "not yet"

    Rule = Struct.new(:reason, :files, :names, :outside) do
      def file?(path) = files.any? { |glob| File.fnmatch?(glob, path, File::FNM_PATHNAME | File::FNM_EXTGLOB) }
    end

    def initialize(file = FILE)
      @rules = YAML.load_file(file).map do |rule|
        Rule.new(rule.fetch("reason"), rule.fetch("files"), Regexp.new(rule.fetch("names", "")), rule["outside"])
      end
    end

    def outside?(path) = @rules.any? { |rule| rule.outside && rule.file?(path) }

    def of(path, name)
      found = @rules.find { |rule| rule.file?(path) && rule.names.match?(name) }
      found ? found.reason : OTHER
    end
  end
end
