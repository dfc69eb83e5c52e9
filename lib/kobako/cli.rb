# frozen_string_literal: true

require "kobako"
require "json"
require "optparse"
require_relative "cli/status"
require_relative "cli/console"
require_relative "cli/services"
require_relative "cli/commands"

module Kobako
  # The command `kobako`. `require "kobako"` does not load it.
  module CLI
    class << self
      # Runs the command.
      #
      # @param arguments [Array<String>] what stands after `kobako`
      # @param stdin [IO, StringIO]
      # @param stdout [IO, StringIO]
      # @param stderr [IO, StringIO]
      # @return [Integer] the exit status
      def start(arguments, stdin: $stdin, stdout: $stdout, stderr: $stderr)
        console = Console.new(stdin, stdout, stderr)
        Commands.call(arguments.map { |text| argument(text) }, console)
      rescue UsageError => e
        console.complain(e.message)
        Status::USAGE
      rescue Console::Unwritable => e
        console.complain(e.message)
        Status::FAULT
      rescue Errno::EPIPE
        Status::CLOSED_PIPE
      rescue Interrupt
        Status::INTERRUPTED
      end

      # Gives the scripts of the command services; for a file that `--require` names.
      #
      # @example services.rb, for `kobako run --require services.rb report.rb`
      #   Kobako::CLI.services do |sandbox|
      #     sandbox.bind("Shop::Orders", Orders.new, only: %i[find total])
      #   end
      # @yieldparam sandbox [Sandbox] before its first run: bind, expose, preload and give it libraries
      # @return [void]
      # @raise [ArgumentError] without a block
      def services(&block)
        raise ArgumentError, "Kobako::CLI.services takes a block, which gets the sandbox" unless block

        Services.add(block)
      end

      private

      # UTF-8 whatever the locale is, or bytes.
      def argument(text)
        return Source.text(text) unless text.b.include?("\0")

        raise UsageError, "an argument has a null byte in it, which no shell gives a program"
      end
    end
  end
end
