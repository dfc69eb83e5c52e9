# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako eval`, and `kobako -e`
    #
    # @api private
    class Eval < ScriptCommand
      SUMMARY = "run code, and print its value if it printed nothing"
      USAGE = "kobako [eval] [options] -e CODE [ARGS]\nkobako eval [options] FILE [ARGS]\n" \
              "kobako eval [options] - [ARGS]      code from standard input"
      ABOUT = <<~TEXT
        Runs code. Standard output has what it prints; if it prints nothing, it has the value of the last expression
        as `inspect` shows it, unless that is nil. ARGS are its ARGV; options of kobako stand before them.
      TEXT
      EXAMPLES = <<~TEXT
        kobako -e 'puts 1 + 2'
        kobako -e '[3, 1, 2].sort'
        kobako --json -e '{ total: 42 }'
        kobako --input-text access.log -e 'Input.lines.grep(/ 500 /).size'
        echo '6 * 7' | kobako eval -
      TEXT
      OPERANDS = :files

      private

      def tells_value? = true

      def define(parser)
        parser.on("-e CODE", "code to run; several are lines of one program") { |code| (@lines ||= []) << code }
        super
      end

      def perform(operands)
        return execute("#{@lines.join("\n")}\n".b, "-e", operands) if @lines

        path, *arguments = operands
        wrong("eval needs -e CODE, a FILE, or - for standard input") if path.nil?

        execute(read(path), path, arguments)
      end

      def read(path)
        super
      rescue UsageError => e
        raise if path == Source::DASH || File.exist?(path)

        raise UsageError, "#{e.message} (to run code: kobako -e #{Source.name(path).dump})"
      end
    end
  end
end
