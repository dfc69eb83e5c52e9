# frozen_string_literal: true

require_relative "history"
require_relative "prompt"
require_relative "session"
require_relative "words"

module Kobako
  module CLI
    # `kobako repl`
    #
    # @api private
    class Repl < SandboxCommand
      SUMMARY = "run code line by line"
      USAGE = "kobako repl [options]"
      ABOUT = <<~TEXT
        Runs what is typed, and shows the value. Lines that succeed are replayed before the next one, without what they
        print, so what they define is there; services that they call are called again. help lists the words that
        the repl knows: ls, undo, reset, exit. From a file or a pipe it reads without a prompt, and ends with the exit
        status of the last line that failed.
      TEXT
      EXAMPLES = <<~TEXT
        kobako repl
        kobako repl --require services.rb --timeout 5
        kobako repl < lines.rb
      TEXT

      private

      def define(parser)
        super
        parser.on("--raw", "let code write control characters to the terminal") { console.raw! }
      end

      def perform(operands)
        wrong("repl takes no arguments, got #{operands.first.inspect} (kobako run runs a file)") if operands.any?
        wrong("lines and input cannot both be standard input") if flags.stdin?

        @session = Session.new(flags, console)
        @words = Words.new(@session, console)
        @status = Status::OK
        greet if console.interactive?
        loop until left?
        @status
      rescue Kobako::Error => e
        fault(Report.new(e))
      ensure
        @prompt&.close
      end

      def greet = console.puts("kobako #{VERSION}: help lists what can be typed, Ctrl-D leaves")

      def prompt
        @prompt ||= if console.interactive?
                      Prompt::Terminal.new(History.new, @words.method(:completions))
                    else
                      Prompt::Pipe.new(console.stdin)
                    end
      end

      # One piece of code; whether the repl is left after it.
      def left?
        code = prompt.read(@session.line) { |text| !Words.include?(text) && @session.incomplete?(text) }
        return ended if code.nil?
        return false if code.strip.empty?

        Words.include?(code) ? @words.call(code) == :exit : run(code.chomp)
      rescue Interrupt
        raise unless console.interactive?

        console.puts("^C")
        false
      end

      def ended
        console.puts("") if console.interactive?
        true
      end

      # Whether the code left the repl.
      def run(code)
        result = @session.call(code)
        report = Report.new(result.run.error)
        return leave(report.status) if report.exit?

        result.run.ok? ? told(result) : failed(result, report)
        warn_of_cuts(result.run)
        false
      rescue Kobako::Error => e
        fault(Report.new(e, Session::FILENAME))
        false
      rescue Interrupt
        raise unless console.interactive?

        # After what the terminal shows of the key.
        console.puts("\nstopped, and not kept")
        false
      end

      def leave(status)
        @status = status
        true
      end

      def told(result)
        console.puts("=> #{result.value}")
        return if @services_told || calls(result).zero?

        @services_told = true
        console.warn("note: services were called, and will be again when this line is replayed (undo forgets it)")
      end

      def calls(result) = result.run.usage.service_calls - 1

      def failed(result, report)
        unless result.replayed || report.compiles_not?
          console.warn("a line before this one failed when it was replayed (undo forgets the last, reset all)")
        end
        fault(report)
      end

      def fault(report)
        console.warn(report.text)
        @status = report.status unless console.interactive?
        report.status
      end
    end
  end
end
