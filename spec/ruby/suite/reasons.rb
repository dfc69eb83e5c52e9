# frozen_string_literal: true

require "yaml"

module RubySuite
  # Why an example fails that fails for the first time, by the rules of reasons.yml, and which files are no part of what
  # a sandbox means to have.
  class Reasons
    FILE = File.expand_path("../reasons.yml", __dir__)
    OTHER = "not yet"

    Rule = Struct.new(:reason, :files, :names, :messages, :outside, :whole) do
      def file?(path) = files.any? { |glob| File.fnmatch?(glob, path, File::FNM_PATHNAME | File::FNM_EXTGLOB) }
    end

    def initialize(file = FILE)
      @rules = YAML.load_file(file).map do |rule|
        patterns = %w[names messages].map { |key| Regexp.new(rule.fetch(key, "")) }
        whole = %w[names messages].none? { |key| rule.key?(key) }
        Rule.new(rule.fetch("reason"), rule.fetch("files"), *patterns, rule["outside"], whole)
      end
    end

    # Whether all of a file is none of what a sandbox means to have.
    def outside?(path) = @rules.any? { |rule| rule.outside && rule.whole && rule.file?(path) }

    # Whether what an example fails for is.
    def outside_example?(path, name, message) = rule_of(path, name, message)&.outside ? true : false

    # @param message [String] what the harness says about the example
    def of(path, name, message) = rule_of(path, name, message)&.reason || OTHER

    private

    def rule_of(path, name, message)
      @rules.find { |rule| rule.file?(path) && rule.names.match?(name) && rule.messages.match?(message) }
    end
  end
end
