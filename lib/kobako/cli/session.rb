# frozen_string_literal: true

module Kobako
  module CLI
    # What the lines of a repl have made. A sandbox keeps nothing between two runs, so the lines that succeeded are
    # replayed before a new one, and what they print is not shown again.
    #
    # @api private
    class Session
      FILENAME = "(repl)"
      MARK = "Kobako::Repl::Mark"
      # What the parser says of code that more lines may complete, and of code that none can.
      INCOMPLETE = Regexp.union("unexpected end-of-input", "unterminated", "meets end of file",
                                /expected an? (?:.* to (?:close|end)|.*closing|matching)/)
      BROKEN = /\Aunexpected '|expecting end-of-input|ignoring it\z/
      private_constant :MARK, :INCOMPLETE, :BROKEN

      # How a line ended: its run, the inspection of its value, and whether the lines before it succeeded again.
      Result = Struct.new(:run, :value, :replayed)
      # A line that is kept, with the local variables after it.
      Line = Struct.new(:code, :locals)
      private_constant :Line

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

        errors = Kobako.check("#{before}#{Program.text(code)}\n", sandbox: @sandbox).select(&:error?).map(&:message)
        errors.any?(INCOMPLETE) && errors.none?(BROKEN)
      rescue Kobako::Error
        false
      end

      # Runs a line, which is kept if it succeeds.
      #
      # @param code [String]
      # @return [Result]
      # @raise [SandboxError] for what is no text
      # @raise [TrapError] when the limits of the compiler are reached
      # @raise [Interrupt]
      def call(code)
        code = Program.text(code)
        text, listed = program(code)
        @told = false
        run = @sandbox.execute(text, filename: FILENAME)
        return Result.new(run, nil, @told) unless run.ok?

        inspection, names = listed ? parts(run.value) : [run.value.inspect, locals]
        @lines << Line.new(Script.new(code, @sandbox, before:).body, names)
        Result.new(run, inspection, true)
      end

      # @return [String, nil] the last line, which is kept no more
      def undo = @lines.pop&.code

      # Forgets all lines.
      def reset = @lines.clear

      # @return [Array<String>] names of the local variables
      def locals = @lines.empty? ? [] : @lines.last.locals

      # @param path [String] of data that is bound
      # @return [String] as the guest shows it
      def inspection(path)
        @told = false
        run = @sandbox.execute("#{path}.inspect", filename: FILENAME)
        run.ok? ? run.value.to_s : ""
      end

      # @return [Hash{String => Transport::Service, Catalog::Datum, nil}] what is bound, by path
      def bound = @sandbox.link.bindings.to_h.except(MARK)

      # @param path [String] of a service
      # @return [Array<String>] the methods that a script reaches
      def exposed(path)
        service = bound.fetch(path)
        @sandbox.link.bindings.exposure(service).names(service.object)
      end

      private

      def before = @lines.map { |line| "#{line.code}\n" }.join

      # The text to run, and whether it inspects its value and lists the variables itself.
      def program(code)
        places = [{ before:, first: "#{MARK}.call; " }, { before: "#{before}#{MARK}.call\n" }]
        scripts = places.map { |place| Script.new(code, @sandbox, **place) }
        scripts.each do |script|
          text = script.with(:listed)
          return [text, true] if text
        end
        [scripts.find(&:sound?)&.plain || "#{before}#{code}", false]
      end

      # What the guest is to give; it may give anything.
      def parts(value)
        return [value.inspect, []] unless value.is_a?(Array) && value[1].is_a?(String)

        [value[1], value[2].is_a?(Array) ? value[2].grep(Symbol).map(&:name) : []]
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
