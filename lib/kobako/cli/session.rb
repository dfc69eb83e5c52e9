# frozen_string_literal: true

module Kobako
  module CLI
    # What the lines of a repl have made. A sandbox keeps nothing between two runs, so the lines that succeeded are
    # replayed before a new one, and what they print is not shown again.
    class Session
      FILENAME = "(repl)"
      MARK = "Kobako::Repl::Mark"
      # What the parser says of code that more lines may complete, and of code that none can.
      INCOMPLETE = /end-of-input|unterminated|meets end of file|expected an? .* to (?:close|end)|expected a .*closing/
      BROKEN = /\Aunexpected '|ignoring it\z/
      private_constant :MARK, :INCOMPLETE, :BROKEN

      # How a line ended: whether it was replayed from now on, the inspection of its value, and the error.
      Result = Struct.new(:run, :value, :replayed)

      # @return [Array<String>] the lines that are kept
      attr_reader :lines

      # @param flags [SandboxFlags]
      # @param console [Console]
      def initialize(flags, console)
        @lines = []
        @console = console
        @told = false
        @sandbox = flags.sandbox(console, on_output: method(:hear)) do |sandbox|
          Script.prepare(sandbox, [])
          sandbox.bind(MARK, method(:mark).to_proc)
        end
      end

      # @return [Integer] of the next line
      def line = before.count("\n") + 1

      # @param code [String]
      # @return [Boolean] whether it is the beginning of something
      def incomplete?(code)
        return true if code.end_with?("\\")

        errors = Kobako.check("#{before}#{code}\n", sandbox: @sandbox).select(&:error?).map(&:message)
        errors.any?(INCOMPLETE) && errors.none?(BROKEN)
      rescue Kobako::Error
        false
      end

      # Runs a line, which is kept if it succeeds.
      #
      # @param code [String]
      # @return [Result]
      # @raise [Interrupt]
      def call(code)
        text, inspected = program(code)
        @told = false
        run = @sandbox.execute(text, filename: FILENAME)
        @lines << code if run.ok?
        Result.new(run, (shown(run.value, inspected) if run.ok?), @told)
      end

      # @return [String, nil] the last line, which is kept no more
      def undo = @lines.pop

      # Forgets all lines.
      def reset = @lines.clear

      # @return [Array<String>] names of the local variables
      def locals
        value = quietly("#{before}local_variables")
        value.is_a?(Array) ? value.grep(Symbol).map(&:name) : []
      end

      # @param path [String] of data that is bound
      # @return [String] as the guest shows it
      def inspection(path) = quietly("#{path}.inspect").to_s

      # @return [Hash{String => Transport::Service, Catalog::Datum, nil}] what is bound, by path
      def bound = @sandbox.link.bindings.to_h.except(MARK)

      # @param path [String] of a service
      # @return [Array<String>] the methods that a script reaches
      def exposed(path) = @sandbox.exposed(bound.fetch(path).object)

      private

      # The value, nil without one.
      def quietly(code)
        @told = false
        run = @sandbox.execute(code, filename: FILENAME)
        run.value if run.ok?
      end

      def before = @lines.map { |line| "#{line}\n" }.join

      # The text to run, and whether it inspects its value itself.
      def program(code)
        places = [{ before:, first: "#{MARK}.call; " }, { before: "#{before}#{MARK}.call\n" }]
        scripts = places.map { |place| Script.new(code, @sandbox, **place) }
        scripts.each do |script|
          text = script.with(:shown)
          return [text, true] if text
        end
        [scripts.find(&:sound?)&.plain || "#{before}#{code}", false]
      end

      def shown(value, inspected)
        inspected && value.is_a?(Array) && value[1].is_a?(String) ? value[1] : value.inspect
      end

      # The lines before are over.
      def mark
        @told = true
        nil
      end

      def hear(stream, text)
        @console.write(stream, text) if @told
      end
    end
  end
end
