# frozen_string_literal: true

module Kobako
  module CLI
    # The script that completes `kobako` in zsh.
    #
    # @api private
    class ZshCompletion
      SCRIPT = <<~'ZSH'
        #compdef kobako
        # Completes kobako's commands, options and files in zsh.
        _kobako() {
          local context state state_descr line
          typeset -A opt_args
          local -a commands
          commands=(
        %<commands>s
          )
          if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
            _describe command commands
            return
          fi
          local command=eval
          if [[ $words[2] != -* ]]; then
            command=$words[2]
            shift words
            (( CURRENT-- ))
          fi
          case $command in
        %<cases>s
          esac
        }
        if [[ $funcstack[1] == _kobako ]]; then _kobako "$@"; else compdef _kobako kobako; fi
      ZSH
      private_constant :SCRIPT

      # @param entries [Hash{String => CompletionEntry}]
      def initialize(entries = CompletionEntry.all)
        @entries = entries
      end

      # @return [String]
      def to_s
        commands = @entries.map { |name, entry| "    #{quoted("#{name}:#{entry.summary.gsub(":", "\\:")}")}" }
        cases = @entries.map { |name, entry| "    #{name}) _arguments -s #{specifications(entry).join(" ")} ;;" }
        format(SCRIPT, commands: commands.join("\n"), cases: cases.join("\n"))
      end

      private

      def specifications(entry)
        options = entry.options.map do |option|
          value = entry.values[option]
          name = value && option.start_with?("--") ? "#{option}=" : option
          quoted("*#{name}[#{escaped(entry.descriptions.fetch(option))}]#{value(value)}")
        end
        [*options, *operands(entry)]
      end

      def operands(entry)
        case entry.operands
        when :files then [quoted("*:file:_files")]
        when :commands then [quoted("1:command:(#{@entries.keys.join(" ")})")]
        else entry.operands.empty? ? [] : [quoted("1:shell:(#{entry.operands.join(" ")})")]
        end
      end

      def value(value)
        case value
        when nil then ""
        when :files then ":file:_files"
        when :none then ":value: "
        else ":value:(#{value.join(" ")})"
        end
      end

      def escaped(text) = text.gsub(/[\\:\[\]]/) { |char| "\\#{char}" }

      def quoted(text) = "'#{text.gsub("'", "'\\\\''")}'"
    end
  end
end
