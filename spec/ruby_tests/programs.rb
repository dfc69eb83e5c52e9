# frozen_string_literal: true

require_relative "../ruby/suite/processor_limit"

module RubyTests
  # What a test asks for when it has a program run on its own: a sandbox of its own with the same assertions.
  class Programs
    CPU_SECONDS = 5.0

    # @param unit [String] source of what stands in for test-unit
    # @param memory_limit [Integer] bytes
    def initialize(unit, memory_limit:)
      @unit = unit
      @memory_limit = memory_limit
      @limit = RubySuite::ProcessorLimit.new(CPU_SECONDS)
    end

    # @param source [String]
    # @param file [String]
    # @param kept [Boolean] whether the assertions are there, at the top
    # @return [Hash{String => String}] what it wrote to "out" and "err", and the class and message of what ended it
    def run(source, file, kept)
      sandbox = nil
      ended = failure do
        @limit.within do |timeout|
          sandbox = sandbox(timeout, kept)
          sandbox.eval("#{source}\nnil", filename: file)
        end
      end
      { "out" => sandbox.stdout, "err" => "#{sandbox.stderr}#{ended["full"]}" }.merge(ended)
    end

    private

    def sandbox(timeout, kept)
      sandbox = Kobako::Sandbox.new(memory_limit: @memory_limit, timeout:)
      sandbox.preload(name: :Harness, code: @unit) if kept
      sandbox
    end

    def failure
      yield
      {}
    rescue Kobako::GuestRecord, Kobako::Error => e
      lines = e.is_a?(Kobako::GuestRecord) ? e.backtrace_lines : []
      klass = (e.klass if e.is_a?(Kobako::GuestRecord)) || e.class.name
      { "class" => klass, "message" => e.message, "full" => full(lines, e.message, klass) }
    end

    # As CRuby tells of it at the end of a program.
    def full(lines, message, klass)
      first, *rest = message.split("\n", -1)
      head = "#{lines.first || "-"}: #{first} (#{klass})"
      "#{[head, *rest, *lines.drop(1).map { |line| "\tfrom #{line}" }].join("\n")}\n"
    end
  end
end
