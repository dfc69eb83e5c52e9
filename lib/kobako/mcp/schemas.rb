# frozen_string_literal: true

module Kobako
  module MCP
    # JSON Schemas of what `run_ruby` takes and gives.
    #
    # @api private
    module Schemas
      TEXT = { type: "string" }.freeze
      LINE = { type: "integer", minimum: 1 }.freeze
      COUNT = { type: "integer", minimum: 0 }.freeze
      SECONDS = { type: "number", minimum: 0 }.freeze
      private_constant :TEXT, :LINE, :COUNT, :SECONDS

      PROBLEM = {
        type: "object",
        properties: { line: LINE, column: COUNT, message: TEXT },
        required: %w[line column message]
      }.freeze

      ERROR = {
        type: "object",
        properties: {
          class: TEXT,
          message: TEXT,
          line: { **LINE, description: "line of the code" },
          backtrace: { type: "array", items: TEXT, description: "innermost line first" },
          problems: { type: "array", items: PROBLEM, description: "of code that does not compile" },
          hint: { **TEXT, description: "what to do about it" }
        },
        required: %w[class message backtrace]
      }.freeze

      USAGE = {
        type: "object",
        properties: {
          wall_time: { **SECONDS, description: "seconds" },
          cpu_time: { **SECONDS, description: "seconds" },
          memory_peak: { **COUNT, description: "bytes" },
          service_time: { **SECONDS, description: "seconds in services" },
          service_calls: COUNT
        },
        required: %w[wall_time cpu_time memory_peak service_time service_calls]
      }.freeze

      OUTPUT = {
        type: "object",
        properties: {
          ok: { type: "boolean", description: "whether the code ended with a value" },
          value: { description: "the value, where JSON has its like" },
          inspect: { **TEXT, description: "the value as Ruby writes it" },
          stdout: TEXT,
          stderr: TEXT,
          cut: { type: "array", items: { enum: %w[inspect stdout stderr] },
                 description: "what was too long, so that only its beginning is here" },
          error: ERROR,
          usage: USAGE
        },
        required: %w[ok stdout stderr cut usage],
        additionalProperties: false
      }.freeze

      # @param max_timeout [Float, nil] seconds, nil for no limit
      # @return [Hash{Symbol => Object}]
      def self.input(max_timeout)
        timeout = { type: "number", exclusiveMinimum: 0, maximum: max_timeout,
                    description: "seconds until the code is stopped#{" (default #{max_timeout})" if max_timeout}" }
        {
          type: "object",
          properties: { code: { **TEXT, description: "Ruby source of a whole program" }, timeout: timeout.compact },
          required: %w[code],
          additionalProperties: false
        }
      end
    end
  end
end
