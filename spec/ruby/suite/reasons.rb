# frozen_string_literal: true

require "yaml"

module RubySuite
  # Why an example fails that fails for the first time, by the rules of reasons.yml, and which files are no part of what
  # a sandbox means to have.
  class Reasons
    FILE = File.expand_path("../reasons.yml", __dir__)
    OTHER = "not yet"

    def initialize(file = FILE)
      @rules = YAML.load_file(file).map do |rule|
        files = rule.fetch("files", ["**"])
        { reason: rule.fetch("reason"), files:, names: rule["names"]&.then { |text| Regexp.new(text) }, outside: rule["outside"] }
      end
    end

    def outside?(path) = @rules.any? { |rule| rule[:outside] && file?(rule, path) }

    def of(path, name)
      found = @rules.find { |rule| file?(rule, path) && (rule[:names].nil? || rule[:names].match?(name)) }
      found ? found[:reason] : OTHER
    end

    private

    def file?(rule, path) = rule[:files].any? { |glob| File.fnmatch?(glob, path, File::FNM_PATHNAME | File::FNM_EXTGLOB) }
  end
end
