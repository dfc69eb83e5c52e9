# frozen_string_literal: true

module Kobako
  module RSpec
    # Words for what a script was to do, and for what it did.
    #
    # @api private
    module Report
      WISHES = { value: "return", error: "raise", message: "say", stdout: "print", stderr: "warn" }.freeze
      MAX_LINES = 20
      private_constant :WISHES, :MAX_LINES

      class << self
        # @param expected [Hash{Symbol => String}] in words
        # @return [Array<String>]
        def wishes(expected) = expected.map { |aspect, text| "#{WISHES.fetch(aspect)} #{text}" }

        # @param run [Execution]
        # @param code [String, nil]
        # @param failed [Array<Symbol>] what was not as it should be
        # @return [String]
        def of(run, code, failed)
          outputs = { "stdout" => run.stdout, "stderr" => run.stderr }.reject { |_, text| text.empty? }
          lines = ["but it #{deed(run, failed)}", *backtrace(run.error)]
          lines << "script:" << indented(code) if code
          outputs.each { |name, text| lines << "#{name}:" << indented(text) }
          lines.join("\n")
        end

        private

        def deed(run, failed)
          printed = (failed & %i[stdout stderr]).map { |stream| "#{WISHES.fetch(stream)}ed #{format(run, stream)}" }
          ended = run.ok? ? "returned #{inspected(run.value)}" : "raised #{error(run.error)}"
          [ended, *printed].join(" and ")
        end

        def format(run, stream)
          text = run.public_send(stream)
          text.empty? ? "nothing" : inspected(text)
        end

        def error(error)
          return "nothing, and was left by a throw" if error.nil?

          klass = error.klass if error.respond_to?(:klass)
          "#{error.class}#{" (#{klass})" if klass}: #{error.message}"
        end

        def backtrace(error)
          lines = error.respond_to?(:backtrace_lines) ? error.backtrace_lines : []
          lines.first(MAX_LINES).map { |line| "  from #{line}" }
        end

        def inspected(value) = ::RSpec::Support::ObjectFormatter.format(value)

        def indented(text)
          lines = text.dup.force_encoding(Encoding::UTF_8).scrub.lines(chomp: true)
          shown = lines.first(MAX_LINES)
          shown << "… (#{lines.size - MAX_LINES} more lines)" if lines.size > MAX_LINES
          shown.map { |line| "  #{line}" }.join("\n")
        end
      end
    end
  end
end
