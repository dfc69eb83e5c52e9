# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako mcp`
    #
    # @api private
    class MCP < SandboxCommand
      SUMMARY = "give an agent a tool that runs Ruby (Model Context Protocol)"
      USAGE = "kobako mcp [options]"
      ABOUT = <<~TEXT
        Serves the Model Context Protocol on standard input and output, until its input ends. Its one tool, run_ruby,
        runs code and gives back the value, what it printed, and errors with their line. Each call starts from nothing;
        the limits are those of a call. It is for the configuration of an agent, not to be typed. What your files of
        --require print goes to standard error, as does why a service failed.
      TEXT
      EXAMPLES = <<~TEXT
        claude mcp add ruby -- kobako mcp --timeout 5
        {"mcpServers": {"ruby": {"command": "kobako", "args": ["mcp", "--require", "services.rb"]}}}
      TEXT
      # What a model reads has to be short; more time it would only wait for.
      DEFAULTS = { timeout: 10.0, stdout_limit: 64 << 10, stderr_limit: 64 << 10, clock: :host }.freeze
      private_constant :DEFAULTS

      private

      def define(parser)
        super
        parser.on("--notes TEXT", "tell the model this, such as what services are for") { |text| @notes = text }
        parser.on("--calls NUMBER", "how many calls run at once (16)") do |text|
          @calls = Quantity.integer("--calls", text, 1..Runtime::SLOTS)
        end
      end

      def flags = @flags ||= SandboxFlags.new(DEFAULTS)

      def perform(operands)
        wrong("mcp takes no arguments, got #{operands.first.inspect}") if operands.any?
        wrong("standard input is the protocol's, so that input cannot come from there") if flags.stdin?

        require "kobako/mcp"
        console.warn("kobako mcp: an agent is to write here, by the Model Context Protocol; Ctrl-D ends it") if
          console.interactive?
        # Before code of the application is loaded, which may print.
        streams = Kobako::MCP::Stdio.claim
        Kobako::MCP::Stdio.serve(server(*streams))
        Status::OK
      end

      def server(input, output)
        options = { notes: @notes, max_calls: @calls }.compact
        Kobako::MCP::Server.new(flags.sandbox(console, results: :hash), input:, output:, **options)
      end
    end
  end
end
