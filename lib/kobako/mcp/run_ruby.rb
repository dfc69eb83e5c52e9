# frozen_string_literal: true

module Kobako
  module MCP
    # The tool: runs code in a sandbox.
    #
    # @api private
    class RunRuby
      # Arguments that the tool does not take.
      class ArgumentsError < StandardError; end

      NAME = "run_ruby"
      TITLE = "Run Ruby in a sandbox"
      FILENAME = "script.rb"
      # Features for which a model may reach, out of all that `require` takes.
      FEATURES = %w[base64 benchmark bigdecimal csv date delegate digest erb forwardable json logger matrix
                    optparse ostruct pp prime securerandom set shellwords singleton stringio strscan time tsort
                    uri yaml].freeze
      private_constant :TITLE, :FILENAME

      # @param sandbox [Sandbox]
      # @param notes [String, nil] for the model
      def initialize(sandbox, notes: nil)
        @sandbox = sandbox
        @services = Services.new(sandbox)
        @description = describe(notes).freeze
      end

      # @param revision [Revision]
      # @return [Hash{Symbol => Object}] what a client lists
      def definition(revision)
        tool = { name: NAME, description: @description, inputSchema: Schemas.input(@sandbox.timeout) }
        tool.update(title: TITLE, outputSchema: Schemas::OUTPUT) if revision.structured?
        tool[:annotations] = annotations if revision.annotations?
        tool
      end

      # @param arguments [Hash{String => Object}] of a request
      # @return [Array(String, Float)] the code, and seconds or nil for no limit
      # @raise [ArgumentsError]
      def arguments(arguments)
        unknown = arguments.keys - %w[code timeout]
        unless unknown.empty?
          refuse("#{NAME} takes no #{Text.brief(unknown.first).inspect} (it takes code and timeout)")
        end
        [code(arguments), timeout(arguments)]
      end

      # @param code [String]
      # @param timeout [Float, nil] seconds
      # @yieldparam execution [Execution] before it begins
      # @return [Report]
      def call(code, timeout)
        execution = @sandbox.execute(code, filename: FILENAME) do |run|
          run.timeout = timeout
          yield run
        end
        report(execution.ok? ? nil : execution.error, execution, timeout)
      rescue Kobako::Error => e
        report(e, nil, timeout)
      end

      # @param error [Exception] that kept a call from running
      # @return [Report]
      def refusal(error) = report(error, nil, @sandbox.timeout)

      private

      def report(error, execution, timeout)
        Report.new(execution, error && Failure.new(error, timeout, @sandbox.options), @sandbox.stdout_limit)
      end

      def refuse(message) = raise(ArgumentsError, message)

      def code(arguments)
        refuse("code is missing (pass Ruby source)") unless arguments.key?("code")

        code = arguments["code"]
        code.is_a?(String) ? code : refuse("code is #{Message.kind(code)}, expected a string of Ruby source")
      end

      def timeout(arguments)
        most = @sandbox.timeout
        return most unless arguments.key?("timeout")

        timeout = arguments["timeout"]
        number = timeout.is_a?(Numeric) && timeout.to_f.finite?
        return timeout.to_f if number && timeout.positive? && (most.nil? || timeout <= most)

        refuse("timeout is #{number ? Text.number(timeout) : Message.kind(timeout)}, expected seconds above 0" \
               "#{" and at most #{Text.number(most)}" if most}")
      end

      def annotations
        harmless = @services.any? ? {} : { readOnlyHint: true, openWorldHint: false }
        { title: TITLE, **harmless }
      end

      def describe(notes)
        ["Runs a Ruby program and returns the value of its last expression, what it printed, and an error with its " \
         "line.\n", *facts, *bound, *(notes && "\n#{Text.utf8(notes)}")].join("\n")
      end

      def facts
        ["- It is Ruby 4.0 with the core classes. `require` works for #{FEATURES.join(", ")}; there are no gems.",
         "- It is a sandbox: no files, no network, no processes, no environment variables, no input.",
         "- Each call starts from nothing: variables, methods and classes of earlier calls are gone, so send the " \
         "whole program.",
         "- #{clock} Random numbers are the same in each call.",
         "- The last expression has to be a plain value: nil, true, false, a number, string, symbol, time, array, " \
         "hash, set#{@sandbox.results ? ", range or struct" : " or range"}.",
         "- Limits of a call: #{limits.join(", ")}."]
      end

      def clock
        case @sandbox.clock
        when :host then "Time.now is the real time."
        when Time then "Time.now begins at #{@sandbox.clock.inspect}."
        else "Time.now begins at 1970-01-01 00:00:00 UTC."
        end
      end

      def limits
        options = @sandbox.options
        [*(options.timeout && "#{Text.number(options.timeout)} s"),
         *(options.memory_limit && "#{Text.size(options.memory_limit)} of memory"),
         "#{Text.size(options.stdout_limit)} of the value and of standard output",
         "#{Text.size(options.stderr_limit)} of standard error"]
      end

      def bound
        [listed("- The host has defined %s.", @services.constants),
         listed("- `require` works for %s of the host, too.", @services.features), *served].compact
      end

      def listed(text, names) = (format(text, names.join(", ")) if names.any?)

      def served
        lines = @services.lines
        return [] if lines.empty?

        ["- The program reaches these constants of the host, and nothing else outside:",
         *lines.map { |line| "    #{line}" }]
      end
    end
  end
end
