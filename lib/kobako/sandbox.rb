# frozen_string_literal: true

module Kobako
  # Runs untrusted Ruby, each run from the same fresh guest state. Any number of threads, fibers and services may run
  # in one Sandbox at once: it keeps configuration only, and what a run leaves is in its {Execution}.
  #
  # @example
  #   sandbox = Kobako::Sandbox.new(timeout: 1.0)
  #   sandbox.eval("puts 'hi'; 1 + 2") # => 3
  #   sandbox.stdout                   # => "hi\n"
  #
  # @example Services and snippets
  #   sandbox = Kobako::Sandbox.new
  #   sandbox.define(:KV).bind(:Lookup, ->(key) { key.upcase })
  #   sandbox.preload(code: "Shout = ->(key) { KV::Lookup.call(key) + '!' }", name: :Shout)
  #   sandbox.run(:Shout, "hey") # => "HEY!"
  class Sandbox
    include LatestRun
    include OptionReaders

    # The guest that the gem brings.
    DEFAULT_WASM_PATH = File.expand_path("../../data/kobako.wasm", __dir__).freeze

    # @return [String] path of the guest's wasm file
    attr_reader :wasm_path
    # @return [SandboxOptions]
    attr_reader :options

    # @api private
    # @return [Transport::Link]
    attr_reader :link

    # Runs no guest code.
    #
    # @param wasm_path [String, #to_path, nil] nil for the guest that comes with the gem
    # @param timeout [Numeric, nil] seconds of wall clock for one invocation, nil for no limit
    # @param memory_limit [Integer, nil] bytes by which the guest's memory may grow, nil for no limit
    # @param stdout_limit [Integer, nil] bytes of output kept, nil for the default of 1 MiB
    # @param stderr_limit [Integer, nil] bytes of output kept, nil for the default of 1 MiB
    # @param max_handles [Integer, nil] host objects that one invocation may hold, nil for the default of 100,000
    # @param clock [Time, :host, nil] what the script's Time.now is: that time, the host's at each call, or the epoch
    # @param seed [Integer, nil] where the script's random numbers begin in each invocation, nil for the default
    # @param on_output [#call, nil] takes :stdout or :stderr and text, as each run writes it; see {Execution#on_output}
    # @param convert [Hash{Module => #call}, nil] what makes values of the application's own objects where they would
    #   become handles, in results of services, what they yield, and arguments of {#run}: of the instances of a class
    #   and of its subclasses, by the nearest ancestor. What a converter gives crosses in the object's place, and may
    #   hold further objects that are converted
    # @param results [:hash, nil] :hash makes Hashes with Symbol keys of Structs and Data of the script in results of
    #   {#eval} and {#run}; nil for an error
    # @raise [ArgumentError] for a limit, a clock or a seed out of range, or other converters or results
    # @raise [ModuleNotBuiltError] when the wasm file does not exist
    # @raise [SetupError] when it is unreadable, not wasm or not a kobako guest
    def initialize(wasm_path: nil, timeout: SandboxOptions::DEFAULT_TIMEOUT,
                   memory_limit: SandboxOptions::DEFAULT_MEMORY_LIMIT, stdout_limit: nil, stderr_limit: nil,
                   max_handles: nil, clock: nil, seed: nil, on_output: nil, convert: nil, results: nil)
      @wasm_path = wasm_path.nil? ? DEFAULT_WASM_PATH : File.path(wasm_path)
      @options = SandboxOptions.new(timeout:, memory_limit:,
                                    stdout_limit:, stderr_limit:, max_handles:, clock:, seed:, convert:, results:)
      @runtime = new_runtime
      @runtime.records = Outcome::Records.new(@options.results)
      @link = Transport::Link.new(@runtime, @options.max_handles, @options.convert)
      @runner = Runner.new(@runtime, @link, on_output, origin: [@wasm_path, @options])
    end

    # @param name [Symbol, String] a constant's name
    # @return [Namespace] to bind services in; the same one for the same name
    # @raise [ArgumentError] for another name, or after the first invocation
    def define(name) = @link.bindings.define(name)

    # Binds an object where the guest finds it as a constant, in modules that are made for it. Without an object the
    # path is declared: each run gives it one, in its block.
    #
    # Data that crosses by value as a whole is that value in the guest, frozen, unless `only:` is given. Of any other
    # object a guest reaches what the application wrote in Ruby and a few readers of Ruby's own classes, unless
    # `only:` lists methods or the object answers `respond_to_guest?(name)`.
    #
    # @example
    #   sandbox.bind("Shop::V1::Orders", orders, only: %i[find total])
    #   sandbox.bind("Rates", { vat: 0.19 })
    #   sandbox.bind("Req::User")
    #   sandbox.eval("Req::User.name") { |run| run.bind("Req::User", user, only: %i[name]) }
    # @param path [Symbol, String] names of constants with "::" between them
    # @param object [BasicObject]
    # @param only [Array<Symbol>, nil] the public methods that a guest may call, and no other
    # @param max_calls [Integer, nil] how often one run may call it, nil for no limit; one more ends the run with
    #   {CallLimitError}
    # @param replay [:again, nil] :again for a service whose calls change nothing: where a {Journal} cannot give what a
    #   call gave, it is made again
    # @return [self]
    # @raise [ArgumentError] for another path, a taken one, an `only:` that the object does not have or that is never
    #   exposed, data that cannot be sent, or after the first run
    def bind(path, object = Catalog::Bindings.none, only: nil, max_calls: nil, replay: nil)
      @link.bindings.bind(path, object, only:, max_calls:, replay:)
      self
    end

    # Gives the guest code that is replayed before every invocation's own, in the order of these calls.
    #
    # @overload preload(code:, name:)
    #   @param code [String] Ruby source
    #   @param name [Symbol, String] a constant's name, unique; backtraces say "(snippet:Name)"
    # @overload preload(binary:)
    #   @param binary [String] RITE bytecode, verified in the first invocation
    # @return [self]
    # @raise [ArgumentError] for other arguments, a taken name, or after the first invocation
    # @raise [SandboxError] when the source does not compile
    def preload(code: nil, name: nil, binary: nil)
      if code.nil? == binary.nil? || name.nil? != code.nil?
        raise ArgumentError, "preload takes code: and name:, or binary: alone"
      end

      @link.snippets.add(code ? Snippet::Source.new(name, code) : Snippet::Binary.new(binary)) do |snippet|
        snippet.compile(new_runtime) if code
      end
      self
    end

    # Lets scripts `require` code, which runs once in an invocation, when it is required first.
    #
    # @example
    #   sandbox.library("acme/pricing", "module Acme; VAT = 19; end")
    #   sandbox.eval('require "acme/pricing"; Acme::VAT') # => 19
    # @param name [String] what `require` takes; it goes before one of the standard library
    # @param code [String] Ruby source; backtraces say "name.rb"
    # @return [self]
    # @raise [ArgumentError] for another name or one that is taken, or after the first invocation
    # @raise [SandboxError] when the source does not compile
    def library(name, code)
      @link.snippets.add(Snippet::Library.new(name, code)) { |library| library.compile(new_runtime) }
      self
    end

    # Says what the objects of a class and of its subclasses expose to a guest, services and handles alike. It goes
    # before `respond_to_guest?` and before what is exposed by default; a service's own `only:` goes before it.
    #
    # @example
    #   sandbox.expose(Invoice, only: %i[id customer total overdue?])
    #   sandbox.expose(ActiveRecord::Relation, only: %i[limit count], enumerable: true)
    # @param mod [Class, Module] the nearest in an object's ancestry counts, and for the same one this goes before
    #   what {Kobako.expose} said; a second call for the same one replaces the first
    # @param only [Array<Symbol>] their public methods that a guest may call, and no other; also names that an object
    #   answers by `method_missing`, if it says so by `respond_to?`
    # @param enumerable [Boolean] whether Enumerable's methods run in the guest over `each`, which is then exposed, too
    # @return [self]
    # @raise [ArgumentError] for what is no class of objects that a guest holds, for names that its objects do not
    #   have or that are never exposed, or after the first invocation
    def expose(mod, only:, enumerable: false)
      @link.exposed.add(mod, only, enumerable:)
      self
    end

    # Lists what a guest of this sandbox reaches, as {Kobako.exposed} does.
    #
    # @param object [BasicObject]
    # @return [Array<Symbol>] sorted
    def exposed(object) = @link.exposure_of(object).names(object).map(&:to_sym)

    # @param code [String] Ruby source, at most 16 MiB
    # @param filename [String] what backtraces, errors and `__FILE__` call the code; at most 512 bytes
    # @param line [Integer] the number of its first line, from 1 to 65,535
    # @yieldparam run [Execution] to make settings for this run, before it starts
    # @return [Object] the value of its last expression
    # @raise [SandboxError] when the code raises, does not compile, or its value cannot cross
    # @raise [ServiceError] when a service call failed and the code did not rescue it
    # @raise [TrapError] when the guest was stopped; {TimeoutError} and {MemoryLimitError} by a limit,
    #   {CancelledError} by {Execution#cancel}
    # @raise [Kobako::Error] when 512 runs are under way in this process
    # @raise [ArgumentError] for another filename or line
    def eval(code, filename: Location::DEFAULT_FILENAME, line: 1, &settings)
      source = Program.text(code)
      location = Location.of(filename, line)&.encode
      if settings.nil? && !@runner.attended?
        return @link.serve { |dispatcher| @runtime.eval(source, location, dispatcher) }
      end

      @runner.perform(@runner.execution(settings), :serve) do |dispatcher, execution|
        @runtime.eval(source, location, dispatcher, execution)
      end
    end

    # Runs code as {#eval} does, and does not raise for what the script did.
    #
    # @param code [String] as in {#eval}
    # @param filename [String] as in {#eval}
    # @param line [Integer] as in {#eval}
    # @param journal [Journal, nil] along which the run goes: what it holds is not asked again, and what comes after is
    #   recorded
    # @param answer [Object] of the call for which the journal's run waits
    # @param answer_error [String, StandardError, nil] what that call failed with, instead
    # @param ask_again [Boolean] whether the service of that call is asked again, instead
    # @param on_unknown [Symbol, #call] what becomes of a call that was under way when a process ended, of which nobody
    #   knows whether it was made: :fail ends the run with {ReplayError}, :ask makes it again, and a lambda gets a
    #   {PendingCall} and gives its value
    # @yieldparam run [Execution] as in {#eval}
    # @return [Execution] of the run, which has ended or waits ({Execution#suspended?})
    # @raise [SandboxError] for code that is no text, or over the limit
    # @raise [ArgumentError] for another filename or line, or an answer that nobody waits for
    # @raise [JournalError] when the journal is of another run
    def execute(code, filename: Location::DEFAULT_FILENAME, line: 1, journal: nil, answer: Resumption::NONE,
                answer_error: nil, ask_again: false, on_unknown: :fail, &settings)
      source = Program.text(code)
      location = Location.of(filename, line)&.encode
      resumption = Resumption.of(journal, answer, answer_error, on_unknown, ask_again)
      @runner.along(@runner.execution(settings), resumption, :serve, [location, source]) do |dispatcher, execution|
        @runtime.eval(source, location, dispatcher, execution)
      end
    end

    # Calls what a snippet defined: `Target.call(*args, kwargs)` in the guest.
    #
    # @param target [Symbol, String] name of one top-level constant
    # @param args [Array<Object>] what cannot cross by value becomes a handle
    # @param kwargs [Hash{Symbol => Object}] arrive as one Hash after the others, if there are any
    # @yieldparam run [Execution] as in {#eval}
    # @return [Object] the call's value
    # @raise [TypeError, ArgumentError] for another target
    # @raise [ArgumentError] for a keyword that is no Symbol, or an argument that cannot cross
    # @raise [UndefinedEntrypointError] when there is no such constant; it lists those that snippets define
    # @raise [Error] as {#eval}
    def run(target, *args, **kwargs, &settings)
      entrypoint = Entrypoint.checked(target, kwargs)
      sent(entrypoint) do
        if settings.nil? && !@runner.attended?
          next @link.connect { |dispatcher| @runtime.run(entrypoint, args, kwargs, dispatcher) }
        end

        @runner.perform(@runner.execution(settings), :connect) do |dispatcher, execution|
          @runtime.run(entrypoint, args, kwargs, dispatcher, execution)
        end
      end
    end

    # Calls as {#run} does, and does not raise for what the script did.
    #
    # @param target [Symbol, String] as in {#run}
    # @param args [Array<Object>] as in {#run}
    # @param kwargs [Hash{Symbol => Object}] as in {#run}. Where `journal:` is a {Journal}, it and `answer:`,
    #   `answer_error:`, `ask_again:` and `on_unknown:` are those of {#execute}, and the guest does not get them
    # @yieldparam run [Execution] as in {#eval}
    # @return [Execution] of the run, which has ended or waits ({Execution#suspended?})
    # @raise [TypeError, ArgumentError] as {#run}
    # @raise [JournalError] when the journal is of another run
    def call(target, *args, **kwargs, &settings)
      resumption, kwargs = Resumption.among(kwargs)
      entrypoint = Entrypoint.checked(target, kwargs)
      sent(entrypoint) do
        program = [Entrypoint.bytes(entrypoint, args, kwargs)] if resumption
        @runner.along(@runner.execution(settings), resumption, :connect, program) do |dispatcher, execution|
          @runtime.run(entrypoint, args, kwargs, dispatcher, execution)
        end
      end
    end

    # @return [String]
    def inspect
      "#<#{self.class} #{@options.to_h.map { |name, value| "#{name}=#{value.inspect}" }.join(" ")}>"
    end

    # @raise [TypeError] always
    def marshal_dump
      raise TypeError, "a #{self.class} cannot be marshalled (marshal options.to_h and make a new one)"
    end

    private

    def initialize_copy(_original)
      raise TypeError, "a #{self.class} cannot be copied (make another with #{self.class}.new(**options.to_h))"
    end

    def new_runtime = Runtime.for(@wasm_path, @options)

    # Tells what of the arguments cannot be sent.
    def sent(entrypoint)
      yield
    rescue Codec::UnsupportedType => e
      raise ArgumentError, "the arguments of #{entrypoint} cannot be sent: #{e.message}"
    end
  end
end
