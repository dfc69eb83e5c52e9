# frozen_string_literal: true

module Kobako
  module CLI
    # One command. A class says what it is in SUMMARY, USAGE, ABOUT and EXAMPLES, which options it takes in
    # {#define}, and does it in {#perform}.
    #
    # @api private
    class Command
      # Ruby's own, without the options that it brings along.
      class Parser < OptionParser
        def initialize
          super
          self.summary_width = 22
          self.summary_indent = "  "
        end

        def add_officious; end

        # @return [Array<OptionParser::Switch>] in the order of their definition
        def switches = top.list.grep(OptionParser::Switch)
      end

      # What the command takes beside its options: :files, :commands, or words.
      OPERANDS = [].freeze

      # @return [String] as it is typed
      def self.command = name[/\w+\z/].downcase

      # @param console [Console]
      def initialize(console)
        @console = console
      end

      # @param arguments [Array<String>] what stands after the command's name
      # @return [Integer] the exit status
      # @raise [UsageError]
      def call(arguments)
        operands = parse(arguments)
        return @status if @status

        perform(operands)
      end

      # @return [Parser]
      def parser
        @parser ||= Parser.new.tap do |parser|
          define(parser)
          parser.on("-h", "--help", "show this") { show(help) }
        end
      end

      # @return [String]
      def help
        options = parser.summarize
        ["Usage: #{self.class::USAGE.gsub("\n", "\n       ")}\n", self.class::ABOUT, "Options:\n#{options.join}",
         "Examples:\n#{self.class::EXAMPLES.gsub(/^(?=.)/, "  ")}"].join("\n")
      end

      private

      attr_reader :console

      def define(parser); end

      # Whether options may stand after other arguments.
      def permute? = true

      def parse(arguments)
        arguments = arguments.dup
        permute? ? parser.permute!(arguments) : parser.order!(arguments)
      rescue OptionParser::ParseError => e
        raise UsageError, "#{Source.name(e.message.tr("\n", " "))} (#{hint})"
      end

      def hint = "kobako help #{self.class.command} shows what it takes"

      def wrong(message) = raise(UsageError, "#{message} (#{hint})")

      # Ends the command once the options are read.
      def show(text)
        console.puts(text)
        @status = Status::OK
      end
    end
  end
end
