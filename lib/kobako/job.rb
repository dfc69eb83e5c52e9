# frozen_string_literal: true

require_relative "job/document"
require_relative "job/value"
require_relative "job/limits"
require_relative "job/catalog"
require_relative "job/checks"
require_relative "job/fields"
require_relative "job/retries"
require_relative "job/outcome"

module Kobako
  # A run to be made elsewhere: the script, its arguments, the names of its services, limits. It goes through a queue as
  # JSON, and holds neither objects nor code of the host's: what a name stands for is in the catalog of the server that
  # performs it.
  #
  # @example
  #   job = Kobako::Job.new(code: "Shop::Orders.total(7)", services: { "Shop::Orders" => "orders" }, key: "total-7")
  #   json = job.to_json
  #   # in a worker
  #   outcome = Kobako::Job.from_json(json).perform(catalog: { "orders" => orders }, journal: Kobako::Journal.new)
  #   outcome.value
  class Job
    # Bytes of JSON.
    MAX_BYTES = 32 << 20
    # Bytes of a key.
    MAX_KEY = 512
    FIELDS = %w[key code entrypoint args kwargs filename line services snippets libraries limits seed clock
                results].freeze
    private_constant :FIELDS

    # @return [String, nil] Ruby source
    attr_reader :code
    # @return [Symbol, nil] the constant that is called
    attr_reader :entrypoint
    # @return [Array] its arguments, frozen as a whole
    attr_reader :args
    # @return [Hash{Symbol => Object}] its keywords, frozen as a whole
    attr_reader :kwargs
    # @return [String]
    attr_reader :filename
    # @return [Integer]
    attr_reader :line
    # @return [Hash{String => String}] names in the catalog, by path
    attr_reader :services
    # @return [Hash{String => String}] source, by the name of a snippet
    attr_reader :snippets
    # @return [Hash{String => String}] source, by what `require` takes
    attr_reader :libraries
    # @return [Hash{Symbol => Numeric, nil}]
    attr_reader :limits
    # @return [Integer, nil] nil for the default
    attr_reader :seed
    # @return [Time, :host, nil] in UTC; nil for the epoch
    attr_reader :clock
    # @return [:hash, nil]
    attr_reader :results
    # @return [String, nil]
    attr_reader :key

    class << self
      # Reads a job.
      #
      # @param json [String] that {#to_json} gave
      # @param limit [Integer] bytes
      # @return [Job]
      # @raise [JobError] when it is none, of another version, or over the limit
      def from_json(json, limit: MAX_BYTES)
        document = Document.read(json, "job", limit, FIELDS)
        plain = %w[key code entrypoint filename line services limits]
        given = plain.select { |name| document.key?(name) }.to_h { |name| [name.to_sym, document[name]] }
        new(**given, **Fields.read(document))
      rescue ArgumentError, TypeError => e
        raise JobError, "the job cannot be read: #{e.message}"
      end

      # Tells whether another attempt may get over an error that a run raised, as {Outcome#retryable?} does.
      #
      # @param error [Exception]
      # @param journal [Boolean] whether the run had one
      # @return [Boolean] true for errors that are not kobako's
      def retryable?(error, journal: false) = Retries.retryable?(error, journal)
    end

    # @param code [String, nil] Ruby source, at most 16 MiB
    # @param entrypoint [Symbol, String, nil] instead: a constant of a snippet, which is called as {Sandbox#call} does
    # @param args [Array] for the entrypoint; what crosses by value alone
    # @param kwargs [Hash{Symbol => Object}] for the entrypoint
    # @param filename [String] as of {Sandbox#eval}
    # @param line [Integer] as of {Sandbox#eval}
    # @param services [Hash{String => String}] by the path at which the script finds it, the name in the catalog
    # @param snippets [Hash{String, Symbol => String}] source by name, as of {Sandbox#preload}
    # @param libraries [Hash{String => String}] source by what `require` takes, as of {Sandbox#library}
    # @param limits [Hash{Symbol => Numeric, nil}] timeout, memory_limit, stdout_limit, stderr_limit and max_handles of
    #   {Sandbox#initialize}, and max_calls of {Execution#max_calls=}
    # @param seed [Integer, nil] as of {Sandbox#initialize}
    # @param clock [Time, :host, nil] as of {Sandbox#initialize}
    # @param results [:hash, nil] as of {Sandbox#initialize}
    # @param key [String, nil] tells the job from others, at most 512 bytes; for the application, and as the run's name
    # @raise [ArgumentError] for anything else
    # @raise [TypeError] for an entrypoint of another class
    def initialize(code: nil, entrypoint: nil, args: [], kwargs: {}, filename: Location::DEFAULT_FILENAME, line: 1,
                   services: {}, snippets: {}, libraries: {}, limits: {}, seed: nil, clock: nil, results: nil,
                   key: nil)
      @key = Checks.key(key)
      @limits = Limits.checked(limits, "limits")
      @seed, @clock, @results = Checks.options(SandboxOptions.new(seed:, clock:, results:))
      @filename, @line = Checks.place(filename, line)
      @code = code && Checks.code(code)
      @args = Checks.args(args)
      @kwargs = Checks.kwargs(kwargs)
      @entrypoint = entrypoint && Entrypoint.checked(entrypoint, @kwargs)
      Checks.program(self)
      @services = Checks.services(services)
      @snippets = Checks.sources(snippets, "snippets", Snippet::Source)
      @libraries = Checks.sources(libraries, "libraries", Snippet::Library)
      @json = Checks.size(Document.write("job", Fields.of(self)))
      freeze
    end

    # Runs it, and does not raise for what becomes of it.
    #
    # @example
    #   outcome = job.perform(catalog: CATALOG, journal:, at_most: { timeout: 60 }) { |run| run.on_output { … } }
    # @param catalog [Catalog, Hash{String, Symbol => Object}] what the services' names stand for
    # @param journal [Journal, nil] as of {Sandbox#execute}
    # @param answer [Object] as of {Sandbox#execute}
    # @param answer_error [String, StandardError, nil] as of {Sandbox#execute}
    # @param ask_again [Boolean] as of {Sandbox#execute}
    # @param on_unknown [Symbol, #call] as of {Sandbox#execute}
    # @param at_most [Hash{Symbol => Numeric}] the highest limits that a job may have here; a job that says nothing of
    #   one has no more than that
    # @param convert [Hash{Module => #call}, nil] as of {Sandbox#initialize}
    # @yieldparam run [Execution] to make settings for the run, before it starts
    # @return [Outcome]
    # @raise [JobError] when this server cannot perform it: a name is not in the catalog, or a limit is above `at_most`
    # @raise [ArgumentError] for another catalog or limit, or an answer that nobody waits for
    def perform(catalog:, journal: nil, answer: Resumption::NONE, answer_error: nil, ask_again: false,
                on_unknown: :fail, at_most: {}, convert: nil, &settings)
      Resumption.of(journal, answer, answer_error, on_unknown, ask_again)
      run_limits = Limits.within(@limits, Limits.checked(at_most, "at_most"))
      resumption = journal ? { journal:, answer:, answer_error:, ask_again:, on_unknown: } : {}
      sandbox = sandbox(catalog, run_limits, convert)
      execution = run(sandbox, resumption) do |run|
        run.name = key
        run.max_calls = run_limits[:max_calls] if run_limits[:max_calls]
        settings&.call(run)
      end
      Outcome.of(execution, key, !journal.nil?)
    rescue JobError
      raise
    rescue Kobako::Error => e
      Outcome.failed(e, key, !journal.nil?)
    end

    # @return [String] JSON, for {from_json}
    def to_json(*) = @json

    # @return [Hash{String => Object}] of JSON, for ActiveSupport
    def as_json(*) = JSON.parse(@json)

    # @return [Boolean] by value
    def ==(other) = other.is_a?(Job) && to_json == other.to_json
    alias eql? ==

    # @return [Integer] by value
    def hash = @json.hash

    # @return [String]
    def inspect = "#<#{self.class}#{" #{key}" if key} #{entrypoint || filename}, #{@json.bytesize} bytes>"

    private

    def sandbox(catalog, limits, convert)
      sandbox = Sandbox.new(**limits.except(:max_calls), seed:, clock:, results:, convert:)
      Catalog.of(catalog).serve(sandbox, self)
      libraries.each { |name, code| sandbox.library(name, code) }
      snippets.each { |name, code| sandbox.preload(name:, code:) }
      sandbox
    end

    def run(sandbox, resumption, &)
      return sandbox.execute(code, filename:, line:, **resumption, &) if code

      # The keywords as the Hash that they become, so that none of them is taken for the journal's.
      sandbox.call(entrypoint, *args, *(kwargs.empty? ? [] : [kwargs]), **resumption, &)
    end
  end
end
