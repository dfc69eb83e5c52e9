# frozen_string_literal: true

module Kobako
  module CLI
    # A command that runs one program.
    #
    # @api private
    class ScriptCommand < SandboxCommand
      BYTECODE = /\ARITE\d{4}/n
      private_constant :BYTECODE

      private

      # Whether the value is printed that a program leaves which prints nothing.
      def tells_value? = raise(NotImplementedError)

      # What stands behind the program is the program's.
      def permute? = false

      def define(parser)
        super
        parser.on("--json", "print one JSON object: value, output, usage, error") { @json = true }
        parser.on("-p", "--value", "print the value, too, whatever it prints") { @told = true }
        parser.on("--no-value", "print no value") { @told = false }
        parser.on("--raw", "let it write control characters to the terminal") { console.raw! }
      end

      # @param code [String]
      # @param filename [String] what backtraces call it
      # @param arguments [Array<String>]
      # @return [Integer] the exit status
      def execute(code, filename, arguments)
        @code = code
        @filename = Source.name(filename)
        run = run(arguments)
        report(run, Report.new(run.error, @filename))
      rescue Kobako::Error => e
        report(nil, Report.new(e, @filename))
      end

      def run(arguments)
        sandbox = flags.sandbox(console, on_output: @json ? nil : console.method(:write)) do |fresh|
          Script.prepare(fresh, arguments, @filename)
        end
        return bytecode(sandbox) if @code.match?(BYTECODE)

        added = Script.new(Kobako::Program.text(@code), sandbox).with(wanted)
        @bare = added.nil?
        sandbox.execute(added || @code, filename: @filename)
      end

      def bytecode(sandbox)
        sandbox.preload(binary: @code)
        sandbox.execute("nil", filename: @filename)
      end

      def wanted
        return :written if @json

        @told || (@told.nil? && tells_value?) ? :shown : :dropped
      end

      def report(run, report)
        return report_json(run, report) if @json

        report.text&.then { |text| console.warn(text) }
        print_value(run) if run&.ok?
        warn_of_cuts(run) if run
        report.status
      end

      def report_json(run, report)
        _, inspect, json = value(run) if run&.ok?
        object = { value: parsed(json), inspect: inspect && text(inspect),
                   stdout: text(run&.stdout), stderr: text(run&.stderr),
                   stdout_truncated: run&.stdout_truncated? || false, stderr_truncated: run&.stderr_truncated? || false,
                   usage: (run&.usage || Usage::EMPTY).to_h, error: report.to_h }
        console.puts(JSON.generate(object))
        report.status
      end

      # Whether it is nil, its inspection, its JSON.
      def value(run)
        value = run.value
        return value if shape?(value)

        [value.nil?, value.inspect, (JSON.generate(value) if @json)]
      rescue JSON::JSONError
        [false, value.inspect, nil]
      end

      # What the guest is to give; it may give anything.
      def shape?(value)
        return false if @bare || !value.is_a?(Array)

        value[1].is_a?(String) && value.drop(2).all? { |json| json.nil? || json.is_a?(String) }
      end

      def print_value(run)
        return if wanted == :dropped

        none, inspect, = value(run)
        return if @told.nil? && (none || !run.stdout.empty?)

        console.puts(inspect)
      end

      # What the guest says is JSON may be none, or none that can be written again.
      def parsed(json)
        return if json.nil?

        JSON.parse(json).tap { |value| JSON.generate([value]) }
      rescue JSON::JSONError
        nil
      end

      def text(output) = output.to_s.dup.force_encoding(Encoding::UTF_8).scrub
    end
  end
end
