# frozen_string_literal: true

require "kobako"
require "tempfile"
require_relative "fuzz_host"
require_relative "fuzz_run"
require_relative "guest_program"
require_relative "mutation"
require_relative "../spec/support/guest_programs"

# Random programs and mutated ones run twice, in two sandboxes: they must end the same way both times, and only
# as a guest's program may end.
module Programs
  CORPUS = GuestPrograms::SOURCES.values.map(&:lstrip).freeze
  BYTECODE = Dir[File.expand_path("../spec/fixtures/*.mrb", __dir__)].map { |path| File.binread(path) }.freeze
  LIMITS = { timeout: 0.4, memory_limit: 4 << 20, stdout_limit: 10_000, stderr_limit: 100 }.freeze
  # How an invocation of a sound guest may end besides with a value.
  ENDS = %w[Kobako::SandboxError Kobako::ServiceError Kobako::TimeoutError Kobako::MemoryLimitError
            Kobako::HandlerExhaustedError].freeze
  NESTED = /services and blocks nest deeper/

  class << self
    attr_reader :tally

    def warm_up
      @tally = Hash.new(0)
      paths = [Kobako::Sandbox::DEFAULT_WASM_PATH, other_guest]
      @sandboxes = paths.map { |path| FuzzHost.sandbox(**LIMITS, wasm_path: path) }
      @sandboxes.last.eval("1")
    end

    def check(number)
      random = Random.new(number)
      case random.rand(10)
      when 0 then bytecode(random)
      when 1, 2 then source(Mutation.text(random, pick(random, CORPUS), CORPUS))
      when 3 then source(Mutation.text(random, GuestProgram.new(random).source, CORPUS))
      else source(GuestProgram.new(random).source)
      end
    end

    def source(code)
      first, second = @sandboxes.map { |sandbox| outcome(sandbox) { sandbox.eval(code) } }
      @tally[first[:kind]] += 1
      problem = unsound(first) || unsound(second) || differing(first, second)
      problem && "#{problem}\n#{code.inspect}\n#{code}"
    end

    # The guest trusts bytecode, so it may corrupt itself: only that it ends is sure.
    def bytecode(random)
      bytes = Mutation.bytes(random, pick(random, BYTECODE))
      sandbox = FuzzHost.sandbox(**LIMITS)
      sandbox.preload(binary: bytes)
      end_of = outcome(sandbox) { sandbox.run(:Double, 21) }
      @tally["bytecode #{end_of[:kind]}"] += 1
      return if end_of[:kind] == "value" || end_of[:error].is_a?(Kobako::TrapError) ||
                end_of[:error].is_a?(Kobako::SandboxError)

      "#{end_of[:error].full_message}\n#{bytes.inspect}"
    end

    private

    # The same guest as another module, which keeps programs of its own: to each, a program is new.
    def other_guest
      @copy = Tempfile.new(["guest", ".wasm"], binmode: true)
      @copy.write(File.binread(Kobako::Sandbox::DEFAULT_WASM_PATH), "\x00\x05\x04note")
      @copy.close
      @copy.path
    end

    def pick(random, list) = list[random.rand(list.size)]

    def outcome(sandbox)
      value = FuzzHost.describe(yield)
      { kind: "value", text: value }.merge(traces(sandbox))
    rescue StandardError, SystemStackError => e
      lines = e.is_a?(Kobako::GuestRecord) ? [e.origin, e.klass, e.details, *e.backtrace_lines] : []
      { kind: e.class.name, text: [e.message, lines].inspect, error: e }.merge(traces(sandbox))
    end

    def traces(sandbox)
      { stdout: sandbox.stdout, stderr: sandbox.stderr, memory: sandbox.usage.memory_peak }
    end

    def unsound(end_of)
      return "#{Kobako::Runtime.slots_in_use} slots are in use" unless Kobako::Runtime.slots_in_use.to_i.zero?
      return "it took #{LIMITS[:memory_limit]} bytes and more" if end_of[:memory] > LIMITS[:memory_limit]
      return if end_of[:kind] == "value" || ENDS.include?(end_of[:kind])
      return if end_of[:kind] == "Kobako::TrapError" && end_of[:text].match?(NESTED)

      "it ended with #{end_of[:error].full_message(highlight: false)}"
    end

    # What a timeout cut off may be cut elsewhere the next time.
    def differing(first, second)
      return if [first, second].any? { |end_of| end_of[:kind] == "Kobako::TimeoutError" }

      differing = %i[kind text stdout stderr memory].find { |what| first[what] != second[what] }
      differing && "its #{differing} is #{first[differing].inspect} first and #{second[differing].inspect} then"
    end
  end
end

FuzzRun.main("programs", Programs.method(:warm_up)) { |number| Programs.check(number) } if $PROGRAM_NAME == __FILE__
