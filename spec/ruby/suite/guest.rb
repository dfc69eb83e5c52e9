# frozen_string_literal: true

require_relative "processor_limit"

module RubySuite
  # Runs one spec file in the guest. What does not load is cut out, and an example that stops the guest is left out the
  # next time and counts as failed.
  class Guest
    MEMORY = 64 << 20
    OUTPUT = 16 << 20
    CPU_SECONDS = 5.0
    STOPPED = { Kobako::TimeoutError => "hang", Kobako::MemoryLimitError => "memory" }.freeze

    # @param plan [Plan]
    # @param harness [String] source
    # @param cpu_seconds [Numeric] processor time of this process that an invocation may take
    # @param services [Hash{String => Object}] by path
    def initialize(plan, harness, cpu_seconds: CPU_SECONDS, services: {})
      @plan = plan
      @harness = harness
      @limit = ProcessorLimit.new(cpu_seconds)
      @services = services
      @files = plan.files.map { |path, text| [path, Cuts.new(text.scrub("?"))] }
      @spec = Cuts.new(plan.text.scrub("?"))
      @stopped = []
      @notes = []
    end

    # @return [Records]
    def run
      loop do
        records = attempt or next
        records.examples.concat(@stopped)
        records.notes.concat(@notes)
        return records
      end
    end

    private

    # nil to try again.
    def attempt
      ran = @limit.within do |timeout|
        load(timeout) && @sandbox.eval("#{@spec.text}\ntrue", filename: @plan.path)
      end
      Records.new(@sandbox.stdout) if ran
    rescue Kobako::TrapError => e
      stop(Records.new(@sandbox.stdout), e)
    rescue Kobako::Error, NoMemoryError => e
      repair(e) ? nil : noted(Records.new(@sandbox.stdout), e)
    end

    def skips = @stopped.map { |example| "#{example.index} => true" }.join(", ")

    # False when a file had to be changed for that.
    def load(timeout)
      @sandbox = Kobako::Sandbox.new(memory_limit: MEMORY, timeout:, stdout_limit: OUTPUT)
      @services.each { |path, service| @sandbox.bind(path, service) }
      @sandbox.preload(name: :Harness, code: @harness)
      @sandbox.preload(name: :Skips, code: "$spec_skip = {#{skips}}")
      @files.each_with_index do |file, i|
        @sandbox.preload(name: :"File#{i}", code: file[1].text)
      rescue Kobako::SandboxError => e
        cut(*file, e, e.message[/:(\d+): /, 1].to_i) || drop(file, e)
        return false
      end
      true
    end

    def stop(records, error)
      running = records.running
      return noted(records, error) unless running

      @stopped << Records::Example.new(running.index, STOPPED.fetch(error.class, "trap"), running.name, error.message)
      nil
    end

    def noted(records, error)
      records.notes << "#{error.class}: #{error.message}"
      records
    end

    def repair(error)
      return false unless error.is_a?(Kobako::GuestRecord)

      file, line = place(error)
      return false unless file

      cut(*file, error, line) || (file[0] != @plan.path && drop(file, error))
    end

    def drop(file, error)
      @files.delete(file)
      @notes << "#{file[0]} left out: #{error.message.lines.first}"
    end

    def cut(path, cuts, error, line)
      message = error.message.lines.first.to_s.strip
      syntax = error.klass.nil? || error.klass == "SyntaxError"
      return false unless cuts.cut(line, syntax ? message : nil)

      @notes << "#{path}:#{line} cut: #{message}"
    end

    # The file and the line that an error at load time names.
    def place(error)
      lines = error.klass == "SyntaxError" ? [error.message.lines.first.to_s] : []
      lines.concat(error.backtrace_lines).each do |line|
        case line
        when /\A#{Regexp.escape(@plan.path)}:(\d+)/ then return [[@plan.path, @spec], Regexp.last_match(1).to_i]
        when /\(snippet:File(\d+)\):(\d+)/
          number, found = Regexp.last_match.captures.map(&:to_i)
          return [@files[number], found] if @files[number]
        end
      end
      nil
    end
  end
end
