# frozen_string_literal: true

module Kobako
  # Runs untrusted Ruby, one invocation at a time, each from the same fresh guest state.
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
    DEFAULT_WASM_PATH = File.expand_path("../../data/kobako.wasm", __dir__).freeze

    # @return [String] path of the guest's wasm file
    attr_reader :wasm_path
    # @return [SandboxOptions]
    attr_reader :options

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
                   max_handles: nil, clock: nil, seed: nil, convert: nil, results: nil)
      @wasm_path = wasm_path.nil? ? DEFAULT_WASM_PATH : File.path(wasm_path)
      @options = SandboxOptions.new(timeout:, memory_limit:,
                                    stdout_limit:, stderr_limit:, max_handles:, clock:, seed:, convert:, results:)
      @runtime = new_runtime
      @link = Transport::Link.new(@runtime, @options.max_handles, convert: @options.convert, results: @options.results)
    end

    # @param name [Symbol, String] a constant's name
    # @return [Namespace] to bind services in; the same one for the same name
    # @raise [ArgumentError] for another name, or after the first invocation
    def define(name) = @link.namespaces.define(name)

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

    # @param code [String] Ruby source, at most 16 MiB
    # @param filename [String] what backtraces, errors and `__FILE__` call the code; at most 512 bytes
    # @param line [Integer] the number of its first line, from 1 to 65,535
    # @return [Object] the value of its last expression
    # @raise [SandboxError] when the code raises, does not compile, or its value cannot cross
    # @raise [ServiceError] when a service call failed and the code did not rescue it
    # @raise [TrapError] when the guest was stopped; {TimeoutError} and {MemoryLimitError} by a limit
    # @raise [Kobako::Error] when this sandbox is running already
    # @raise [ArgumentError] for another filename or line
    def eval(code, filename: Location::DEFAULT_FILENAME, line: 1)
      source = Program.text(code)
      location = Location.of(filename, line)
      @link.seal
      @link.invoke("Sandbox#eval") { |raiser| @runtime.eval(source, location&.encode, raiser) }
    end

    # Calls what a snippet defined: `Target.call(*args, kwargs)` in the guest.
    #
    # @param target [Symbol, String] name of one top-level constant
    # @param args [Array<Object>] what cannot cross by value becomes a handle
    # @param kwargs [Hash{Symbol => Object}] arrive as one Hash after the others, if there are any
    # @return [Object] the call's value
    # @raise [TypeError, ArgumentError] for another target
    # @raise [ArgumentError] for a keyword that is no Symbol, or an argument that cannot cross
    # @raise as {#eval}; the SandboxError for a constant that does not exist lists those that do in `details`
    def run(target, *args, **kwargs)
      entrypoint = entrypoint(target)
      other = kwargs.each_key.find { |key| !key.is_a?(Symbol) }
      raise ArgumentError, "keyword #{other.inspect} is a #{other.class}, expected a Symbol" unless other.nil?

      @link.connect
      @link.invoke("Sandbox#run") do |raiser|
        @runtime.run(entrypoint, args, kwargs, raiser)
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the arguments of #{entrypoint} cannot be sent: #{e.message}"
      end
    end

    # @return [Float, nil] seconds
    def timeout = @options.timeout

    # @return [Integer, nil] bytes
    def memory_limit = @options.memory_limit

    # @return [Integer] bytes
    def stdout_limit = @options.stdout_limit

    # @return [Integer] bytes
    def stderr_limit = @options.stderr_limit

    # @return [Integer] host objects that one invocation may hold
    def max_handles = @options.max_handles

    # @return [Time, :host, nil] nil for the epoch
    def clock = @options.clock

    # @return [Integer, nil] nil for the default
    def seed = @options.seed

    # @return [Hash{Module => #call}] empty without converters
    def convert = @options.convert

    # @return [:hash, nil]
    def results = @options.results

    # @return [String] the latest invocation's standard output, "" before the first;
    #   UTF-8, or binary if the bytes are not valid UTF-8
    def stdout = stdout_capture.bytes.dup

    # @return [String] the latest invocation's standard error, like {#stdout}
    def stderr = stderr_capture.bytes.dup

    # @return [Boolean] whether the latest standard output was cut at stdout_limit
    def stdout_truncated? = stdout_capture.truncated?

    # @return [Boolean] whether the latest standard error was cut at stderr_limit
    def stderr_truncated? = stderr_capture.truncated?

    # @return [Usage] what the latest invocation cost, {Usage::EMPTY} before the first
    def usage = @runtime.usage

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

    def new_runtime
      Runtime.from_path(@wasm_path, @options.timeout, @options.memory_limit,
                        @options.stdout_limit, @options.stderr_limit, @options.clock_nanoseconds, @options.seed_bits)
    end

    def entrypoint(target)
      unless target.is_a?(Symbol) || target.is_a?(String)
        raise TypeError, "target is a #{target.class}, expected the name of a constant (a Symbol or String)"
      end

      Catalog::Namespaces.constant_name(target, "target").to_sym
    end

    def stdout_capture
      snapshot = @runtime.snapshot
      snapshot ? Capture.new(snapshot.stdout, truncated: snapshot.stdout_truncated?) : Capture::EMPTY
    end

    def stderr_capture
      snapshot = @runtime.snapshot
      snapshot ? Capture.new(snapshot.stderr, truncated: snapshot.stderr_truncated?) : Capture::EMPTY
    end
  end
end
