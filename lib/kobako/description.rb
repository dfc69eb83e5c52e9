# frozen_string_literal: true

require "set"
require_relative "../kobako"
require_relative "description/text"
require_relative "description/literal"
require_relative "description/value_text"
require_relative "description/failure"
require_relative "description/printed"
require_relative "description/services"

module Kobako
  # What a model is told of a sandbox.
  #
  # @api private
  class Description
    # Features for which a model may reach, out of all that `require` takes.
    FEATURES = %w[base64 benchmark bigdecimal csv date delegate digest erb forwardable json logger matrix
                  optparse ostruct pp prime securerandom set shellwords singleton stringio strscan time tsort
                  uri yaml].freeze
    FRESH = "Each call starts from nothing: variables, methods and classes of earlier calls are gone, so send the " \
            "whole program."
    KEPT = "Variables, methods, classes and constants of earlier calls are there in the next one. After an error, " \
           "all that was done before it stays done: go on from there, and do not repeat it."
    private_constant :FRESH, :KEPT

    # @return [Services]
    attr_reader :services

    # @param sandbox [Sandbox]
    # @param limits [SandboxOptions] that count for the model
    # @param kept [Boolean] whether a call finds what earlier ones defined
    # @param services [Services]
    def initialize(sandbox, limits: sandbox.options, kept: false, services: Services.new(sandbox))
      @sandbox = sandbox
      @limits = limits
      @kept = kept
      @services = services
    end

    # @return [Array<String>] lines
    def facts
      ["- It is Ruby 4.0 with the core classes. `require` works for #{FEATURES.join(", ")}; there are no gems.",
       "- It is a sandbox: no files, no network, no processes, no environment variables, no input.",
       "- #{@kept ? KEPT : FRESH}",
       "- #{clock} Random numbers are the same in each #{@kept ? "conversation" : "call"}.",
       *plain,
       "- Limits of a call: #{limits.join(", ")}."]
    end

    # @return [Array<String>] lines of code of the host's that is there
    def added
      [listed("- The host has defined %s.", services.constants),
       listed("- `require` works for %s of the host, too.", services.features)].compact
    end

    # @return [Array<String>] lines
    def bound = [*added, *served]

    private

    def plain
      return if @kept

      "- The last expression has to be a plain value: nil, true, false, a number, string, symbol, time, array, " \
        "hash, set#{@limits.results ? ", range or struct" : " or range"}."
    end

    def clock
      case @sandbox.clock
      when :host then "Time.now is the real time."
      when Time then "Time.now begins at #{@sandbox.clock.inspect}."
      else "Time.now begins at 1970-01-01 00:00:00 UTC."
      end
    end

    def limits
      [*(@limits.timeout && "#{Text.number(@limits.timeout)} s"),
       *(@limits.memory_limit && "#{Text.size(@limits.memory_limit)} of memory"),
       "#{Text.size(@limits.stdout_limit)} of the value and of standard output",
       "#{Text.size(@limits.stderr_limit)} of standard error"]
    end

    def listed(text, names) = (format(text, names.join(", ")) if names.any?)

    def served
      lines = services.lines
      return [] if lines.empty?

      ["- The program reaches these constants of the host, and nothing else outside:",
       *lines.map { |line| "    #{line}" }]
    end
  end
end
