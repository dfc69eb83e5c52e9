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
      private_constant :TITLE, :FILENAME

      # @param sandbox [Sandbox]
      # @param notes [String, nil] for the model
      def initialize(sandbox, notes: nil)
        @sandbox = sandbox
        @described = Description.new(sandbox)
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
        failure = error && Description::Failure.new(error, timeout, @sandbox.options)
        Report.new(execution, failure, @sandbox.stdout_limit)
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
        harmless = @described.services.any? ? {} : { readOnlyHint: true, openWorldHint: false }
        { title: TITLE, **harmless }
      end

      def describe(notes)
        ["Runs a Ruby program and returns the value of its last expression, what it printed, and an error with its " \
         "line.\n", *@described.facts, *@described.bound, *(notes && "\n#{Text.utf8(notes)}")].join("\n")
      end
    end
  end
end
