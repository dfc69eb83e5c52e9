# frozen_string_literal: true

require_relative "command"
require_relative "source"
require_relative "quantity"
require_relative "sandbox_flags"
require_relative "sandbox_command"
require_relative "script"
require_relative "report"
require_relative "script_command"
require_relative "run"
require_relative "eval"
require_relative "check"
require_relative "compile"
require_relative "repl"
require_relative "warm"
require_relative "mcp"
require_relative "journal_command"
require_relative "trace"
require_relative "replay"
require_relative "completion"
require_relative "version"
require_relative "help"

module Kobako
  module CLI
    # The commands by name.
    #
    # @api private
    module Commands
      ALL = [Run, Eval, Check, Compile, Repl, MCP, Trace, Replay, Warm, Completion, Version, Help].to_h do |command|
        [command.command, command]
      end.freeze
      OPTIONS = { "-h" => Help, "--help" => Help, "-v" => Version, "--version" => Version }.freeze
      private_constant :OPTIONS

      class << self
        # @param arguments [Array<String>] a command's name and what it takes; options of eval may stand alone
        # @param console [Console]
        # @return [Integer] the exit status
        # @raise [UsageError]
        def call(arguments, console)
          name, *rest = arguments
          return unasked(console) if name.nil?
          return OPTIONS[name].new(console).call(rest) if OPTIONS.key?(name)
          return Eval.new(console).call(arguments) if name.start_with?("-") && name != "-"

          find(name).new(console).call(rest)
        end

        # @param name [String]
        # @return [Class]
        # @raise [UsageError] when there is no such command
        def find(name)
          ALL[name] || raise(UsageError, "there is no command #{Source.name(name).inspect} (#{advice(name)})")
        end

        private

        def unasked(console)
          console.warn(Help.overview)
          Status::USAGE
        end

        def advice(name)
          return "to run the file: kobako run #{Source.name(name)}" if name.end_with?(".rb") || File.file?(name)

          near = Spelling.near(name, ALL.keys)
          near.any? ? "did you mean #{near.first}?" : "kobako help lists them"
        end
      end
    end
  end
end
