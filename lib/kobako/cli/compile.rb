# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako compile`
    #
    # @api private
    class Compile < Command
      SUMMARY = "compile a file to bytecode, for preload(binary:)"
      USAGE = "kobako compile [options] FILE -o OUT"
      ABOUT = <<~TEXT
        Compiles a file, or standard input for -, and runs nothing of it. Sandbox#preload takes the bytecode as
        binary:, and kobako run takes the file. It is for this version of kobako.
      TEXT
      EXAMPLES = <<~TEXT
        kobako compile prices.rb -o prices.mrb
        kobako run prices.mrb
      TEXT
      OPERANDS = :files

      private

      def define(parser)
        parser.on("-o", "--output OUT", "the file to write; - for standard output") { |path| @output = path }
      end

      def perform(paths)
        wrong("compile takes one FILE, got #{paths.size}") unless paths.size == 1
        wrong("compile needs -o OUT, such as -o #{proposal(paths.first)}") if @output.nil?
        path = paths.first
        check(path)
        code = Source.read(path, console)
        write(Kobako.compile(code, filename: Source.name(path)))
      rescue Kobako::Error => e
        report = Report.new(e, Source.name(paths.first))
        console.warn(report.text)
        report.status
      end

      def proposal(path) = path == Source::DASH ? "out.mrb" : Source.name("#{path.delete_suffix(".rb")}.mrb")

      def check(path)
        if @output == Source::DASH
          wrong("bytecode is not for a terminal, name a file") if console.terminal?(:stdout)
        elsif path != Source::DASH && File.identical?(path, @output)
          wrong("#{Source.name(@output)} is the source, name another file")
        end
      end

      def write(binary)
        @output == Source::DASH ? console.write(:stdout, binary) : File.binwrite(@output, binary)
        Status::OK
      rescue Errno::EPIPE
        raise
      rescue SystemCallError => e
        raise UsageError, "cannot write #{Source.name(@output)}: #{Source.reason(e)}"
      end
    end
  end
end
