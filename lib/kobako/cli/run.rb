# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako run`
    #
    # @api private
    class Run < ScriptCommand
      SUMMARY = "run a Ruby file"
      USAGE = "kobako run [options] FILE [ARGS]"
      ABOUT = <<~TEXT
        Runs a file, which prints what it prints, as ruby does; - is standard input. ARGS are its ARGV; options of
        kobako stand before FILE. A file that kobako compile made runs, too. See kobako help for the exit status.
      TEXT
      EXAMPLES = <<~TEXT
        kobako run report.rb 2026
        kobako run --timeout 2 --memory 10M untrusted.rb
        kobako run --require services.rb --input order.json price.rb
        kobako run --json formula.rb | jq .value
      TEXT
      OPERANDS = :files

      private

      def tells_value? = false

      def perform(operands)
        path, *arguments = operands
        wrong("run needs a FILE") if path.nil?

        execute(read(path), path, arguments)
      end
    end
  end
end
