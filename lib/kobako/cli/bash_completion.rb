# frozen_string_literal: true

module Kobako
  module CLI
    # The script that completes `kobako` in bash.
    #
    # @api private
    class BashCompletion
      SCRIPT = <<~'BASH'
        # Completes kobako's commands, options and files in bash.
        _kobako() {
          local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words= files=
          [[ $command != -* ]] || command=eval
          case $COMP_CWORD:$command in
            1:eval) [[ $current != -* ]] || words='%<options>s' ;;
          esac
          if [[ $COMP_CWORD -eq 1 && -z $words ]]; then
            words='%<commands>s'
          else
            case $command:$before in
        %<values>s
              *)
                if [[ $current == -* ]]; then
                  case $command in
        %<switches>s
                  esac
                else
                  case $command in
        %<operands>s
                  esac
                fi ;;
            esac
          fi
          if [[ -n $files ]]; then
            local IFS=$'\n'
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "$current"))
          else
            COMPREPLY=($(compgen -W "$words" -- "$current"))
          fi
        }
        complete -F _kobako kobako
      BASH
      private_constant :SCRIPT

      # @param entries [Hash{String => CompletionEntry}]
      def initialize(entries = CompletionEntry.all)
        @entries = entries
      end

      # @return [String]
      def to_s
        format(SCRIPT, commands: @entries.keys.join(" "), options: options_alone.join(" "),
                       values: lines(6) { |name, entry| values(name, entry) },
                       switches: lines(12) { |name, entry| ["#{name}) words='#{entry.options.join(" ")}' ;;"] },
                       operands: lines(12) { |name, entry| ["#{name}) #{assignment(entry.operands)} ;;"] })
      end

      private

      # What may stand in place of a command.
      def options_alone = [*@entries.fetch("eval").options, "--version"]

      def lines(indent, &)
        @entries.flat_map(&).map { |line| "#{" " * indent}#{line}" }.join("\n")
      end

      def values(name, entry)
        entry.values.group_by(&:last).map do |value, options|
          "#{options.map { |option, _| "#{name}:#{option}" }.join("|")}) #{assignment(value)} ;;"
        end
      end

      def assignment(value)
        case value
        when :files then "files=1"
        when :commands then "words='#{@entries.keys.join(" ")}'"
        when :none then "words="
        else "words='#{value.join(" ")}'"
        end
      end
    end
  end
end
