# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako help`
    #
    # @api private
    class Help < Command
      SUMMARY = "say what a command takes"
      USAGE = "kobako help [COMMAND]"
      ABOUT = "Says what kobako can do, or what one command takes.\n"
      EXAMPLES = "kobako help run\n"
      OPERANDS = :commands
      STATUSES = <<~TEXT
        Exit status: 0, or what the script gives to exit; 1 the script failed, or there are problems; 2 what was
        asked cannot be; 124 the timeout, 137 the memory limit, 130 Ctrl-C.
      TEXT
      EXAMPLES_OF_ALL = <<~TEXT
        Examples:
          kobako -e 'puts 1 + 2'                        # runs code
          kobako run --timeout 2 report.rb 2026         # a file, for 2 seconds at most; its ARGV is ["2026"]
          kobako run --require services.rb report.rb    # with services of yours
          kobako -e 'Input["rows"].sum' --input in.json # with data
          kobako check rules/*.rb                       # like a linter
          kobako repl                                   # line by line
      TEXT
      private_constant :STATUSES, :EXAMPLES_OF_ALL

      # @return [String] of all commands
      def self.overview
        rows = Commands::ALL.map { |name, command| format("  %-11s %s\n", name, command::SUMMARY) }
        ["Usage: kobako COMMAND [options] [arguments]\n       kobako [options] -e CODE [ARGS]\n",
         "Runs Ruby that you do not trust: no files, no network, limited time and memory.\n",
         "Commands:\n#{rows.join}", EXAMPLES_OF_ALL, STATUSES,
         "kobako help COMMAND says what a command takes.\n"].join("\n")
      end

      private

      def perform(names)
        wrong("help takes one command, got #{names.size}") if names.size > 1

        console.puts(names.empty? ? Help.overview : Commands.find(names.first).new(console).help)
        Status::OK
      end
    end
  end
end
