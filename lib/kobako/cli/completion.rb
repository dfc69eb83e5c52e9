# frozen_string_literal: true

require_relative "completion_entry"
require_relative "bash_completion"
require_relative "zsh_completion"

module Kobako
  module CLI
    # `kobako completion`
    #
    # @api private
    class Completion < Command
      SUMMARY = "print what completes commands and options in a shell"
      USAGE = "kobako completion bash|zsh"
      ABOUT = "Prints a script that lets bash or zsh complete kobako's commands, options and files.\n"
      EXAMPLES = <<~'TEXT'
        echo 'eval "$(kobako completion bash)"' >> ~/.bashrc
        kobako completion zsh > "${fpath[1]}/_kobako"
      TEXT
      SHELLS = { "bash" => BashCompletion, "zsh" => ZshCompletion }.freeze
      OPERANDS = SHELLS.keys.freeze
      private_constant :SHELLS

      private

      def perform(shells)
        wrong("completion takes bash or zsh, got #{shells.empty? ? "nothing" : shells.map(&:inspect).join(" ")}") unless
          shells.size == 1 && OPERANDS.include?(shells.first)

        console.puts(SHELLS.fetch(shells.first).new.to_s)
        Status::OK
      end
    end
  end
end
