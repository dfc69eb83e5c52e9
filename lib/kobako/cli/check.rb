# frozen_string_literal: true

require_relative "excerpt"

module Kobako
  module CLI
    # `kobako check`
    #
    # @api private
    class Check < SandboxCommand
      SUMMARY = "look code through for problems, without running it"
      USAGE = "kobako check [options] FILES"
      ABOUT = <<~TEXT
        Says what is wrong with each file, by line and column from 1: all errors of code that does not compile, else
        warnings; with --require also services and methods that are not there. - is standard input. Exit status 1 if
        there are problems.
      TEXT
      EXAMPLES = <<~TEXT
        kobako check rules/*.rb
        kobako check --require services.rb rules/*.rb
        kobako check --json rules/vat.rb
      TEXT
      OPERANDS = :files

      private

      def define(parser)
        super
        parser.on("--json", "print one JSON array of problems") { @json = true }
      end

      def perform(paths)
        wrong("check needs FILES") if paths.empty?

        results = paths.map { |path| look(path) }
        rows = results.grep(Array).flatten(1)
        console.puts(JSON.generate(rows)) if @json
        statuses = results.grep(Integer)
        statuses.max || (rows.empty? ? Status::OK : Status::FAULT)
      end

      # The problems of a file for JSON, or the exit status where it cannot be looked at.
      def look(path)
        found(path, read(path))
      rescue UsageError => e
        console.complain(e.message)
        Status::USAGE
      rescue TrapError => e
        report = Report.new(e)
        console.complain("#{Source.name(path)}: #{report.message}")
        report.status
      end

      def found(path, code)
        problems = Kobako.check(code, filename: Source.name(path), sandbox:)
        problems.each { |problem| tell(path, code, problem) } unless @json
        problems.map { |problem| row(path, **problem.to_h) }
      rescue SandboxError => e
        row = row(path, line: 1, column: 0, severity: :error, message: e.message)
        console.puts("#{row.values.first(3).join(":")}: error: #{e.message}") unless @json
        [row]
      end

      def sandbox
        @sandbox ||= flags.sandbox(console) { |sandbox| Script.prepare(sandbox, []) }
      end

      def row(path, line:, column:, severity:, message:)
        { file: Source.name(path), line:, column: column + 1, severity:, message: }
      end

      def tell(path, code, problem)
        place = "#{Source.name(path)}:#{problem.line}:#{problem.column + 1}"
        console.puts("#{place}: #{problem.severity}: #{Report.printable(problem.message)}")
        console.puts(Excerpt.new(code, problem.line, problem.column).to_s)
      end
    end
  end
end
