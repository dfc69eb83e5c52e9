# frozen_string_literal: true

require "kobako"
require_relative "fuzz_run"
require_relative "guest_program"
require_relative "mutation"
require_relative "../spec/support/guest_programs"

# Random programs and mutated ones are looked through: that ends in problems or at a limit, has errors if and only if to
# run the same code is a SyntaxError, which has the same ones, and what has none compiles to bytecode that is loaded.
module Checks
  CORPUS = GuestPrograms::SOURCES.values.map(&:lstrip).freeze
  LIMITS = { timeout: 0.3, memory_limit: 16 << 20 }.freeze
  FILE = "checked.rb"
  NAMES = %w[Shop Shop::Orders Shop::Orderz Shop::Orders.find Shop::Orders.fnd Shop::Orders[1] Shop::Orders.x=].freeze

  class << self
    def warm_up
      @sandbox = Kobako::Sandbox.new(**LIMITS)
      @sandbox.define(:Shop).bind(:Orders, ->(id) { id })
      check(0)
    end

    def check(number)
      random = Random.new(number)
      code = source(random)
      problem = wrong(code)
      problem && "#{problem}\n#{code.inspect}"
    end

    private

    def source(random)
      from = random.rand(3).zero? ? GuestProgram.new(random).source : CORPUS[random.rand(CORPUS.size)]
      code = Mutation.text(random, from, CORPUS)
      code = Mutation.text(random, code, NAMES) if random.rand(3).zero?
      random.rand(10).zero? ? Mutation.bytes(random, code).force_encoding("UTF-8").scrub : code
    end

    def wrong(code)
      problems = Kobako.check(code, sandbox: @sandbox)
      unordered(problems) || contradicting(code, problems.select(&:error?))
    rescue Kobako::TimeoutError, Kobako::MemoryLimitError
      nil
    rescue StandardError, SystemStackError => e
      "check raised #{e.full_message(highlight: false)}"
    end

    def unordered(problems)
      places = problems.map { |problem| [problem.line, problem.column] }
      return "its problems are out of order: #{places}" if places != places.sort
      return "errors and warnings are mixed" if problems.map(&:severity).uniq.size > 1

      lines = places.flatten
      "a place is #{lines.min}" if lines.any? && lines.min.negative?
    end

    # To compile and to run the code say the same of it.
    def contradicting(code, errors)
      binary = ending { Kobako.compile(code, filename: FILE, sandbox: @sandbox) }
      ran = ending { @sandbox.eval(code, filename: FILE) }
      said = [binary, ran].grep(Array)
      return "check has #{errors}, compile and eval #{said}" if said.any? { |problems| problems != errors }

      loaded = ending { Kobako::Sandbox.new(**LIMITS).preload(binary:).eval("1") } if binary.is_a?(String)
      "its bytecode is refused: #{loaded.message}" if loaded.is_a?(Kobako::BytecodeError)
    end

    # The errors of the code, or however else it ends.
    def ending
      yield.then { |value| value.is_a?(Array) ? :value : value }
    rescue Kobako::SandboxError => e
      e.klass == "SyntaxError" && e.backtrace_lines.empty? ? e.problems : e
    rescue Kobako::ServiceError, Kobako::TimeoutError, Kobako::MemoryLimitError => e
      e
    end
  end
end

FuzzRun.main("checks", Checks.method(:warm_up)) { |number| Checks.check(number) } if $PROGRAM_NAME == __FILE__
