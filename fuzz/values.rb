# frozen_string_literal: true

require "kobako"
require_relative "argument_shapes"
require_relative "fuzz_host"
require_relative "fuzz_run"
require_relative "number_expressions"
require_relative "patterns"
require_relative "string_edits"

# Random expressions have the same values in the guest and on this Ruby, or raise on both: numbers of up to 2,000 bits,
# floats and their roundings, strings that are edited in place while others share their bytes, calls of all shapes, and
# searches by patterns.
module Values
  SIZE = 40
  SOURCES = [NumberExpressions, NumberExpressions, StringEdits, ArgumentShapes, Patterns].freeze

  class << self
    def warm_up
      @sandbox = FuzzHost.sandbox(timeout: 10, memory_limit: 64 << 20, stdout_limit: 4 << 20)
    end

    def check(number)
      random = Random.new(number)
      source = SOURCES[random.rand(SOURCES.size)]
      lines = Array.new(SIZE) { source.line(random) }
      expected = lines.map { |line| on_this_ruby(line) }
      found = @sandbox.eval("[#{lines.map { |line| "((#{line}).inspect.b rescue :error)" }.join(",\n")}]")
      at = lines.each_index.find { |i| expected[i] != found[i].to_s.b }
      at && [lines[at], "this Ruby: #{expected[at]}", "the guest: #{found[at]}"].map(&:b).join("\n  ")
    end

    private

    def on_this_ruby(line)
      eval(line).inspect.b # rubocop:disable Security/Eval
    rescue StandardError
      "error"
    end
  end
end

FuzzRun.main("values", -> { Values.warm_up }) { |number| Values.check(number) }
