# frozen_string_literal: true

module Kobako
  module CLI
    # What may stand after a command, as its parser has it.
    #
    # @api private
    class CompletionEntry
      # Placeholders of options that are paths.
      FILES = /FILE|OUT/
      private_constant :FILES

      # @return [Hash{String => CompletionEntry}] by command
      def self.all = Commands::ALL.transform_values { |command| new(command) }

      # @return [String] what it does
      attr_reader :summary
      # @return [Array<String>] all spellings of all options
      attr_reader :options
      # @return [Hash{String => :files, :none, Array<String>}] by option, what stands after it
      attr_reader :values
      # @return [Hash{String => String}] by option
      attr_reader :descriptions
      # @return [:files, :commands, Array<String>]
      attr_reader :operands

      # @param command [Class]
      def initialize(command)
        @summary = command::SUMMARY
        @operands = command::OPERANDS
        switches = command.new(nil).parser.switches.to_h { |switch| [spellings(switch), switch] }
        @options = switches.keys.flatten
        @values = {}
        @descriptions = {}
        switches.each do |names, switch|
          names.each do |name|
            @values[name] = value(switch.arg) if switch.arg
            @descriptions[name] = switch.desc.join(" ")
          end
        end
        freeze
      end

      private

      def spellings(switch) = switch.short + switch.long

      def value(placeholder)
        return :files if placeholder.match?(FILES)

        words = placeholder.strip.split("|").grep(/\A[a-z]+\z/)
        words.empty? ? :none : words
      end
    end
  end
end
