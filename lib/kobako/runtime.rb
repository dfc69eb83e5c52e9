# frozen_string_literal: true

module Kobako
  # One wasm file with its limits, ready for any number of runs at once. Native; made by {Sandbox}.
  class Runtime
    # @!method self.from_path(path, timeout, memory_limit, stdout_limit, stderr_limit, clock = 0, seed = 0)
    #   @param path [String] the guest's wasm file
    #   @param timeout [Float, nil] seconds
    #   @param memory_limit [Integer, nil] bytes
    #   @param stdout_limit [Integer] bytes
    #   @param stderr_limit [Integer] bytes
    #   @param clock [Integer, nil] nanoseconds since the epoch at which the guest's clock stands; nil for the host's
    #   @param seed [Integer] of 64 bits, where the guest's entropy begins
    #   @return [Runtime]
    #   @raise [ModuleNotBuiltError] when there is no such file
    #   @raise [SetupError] when it is unreadable, not wasm or not a kobako guest

    # @!method self.ship(wasm_path, code_path)
    #   Takes the guest of the first file from the second one from now on; the first call in a process counts. Where
    #   that file is not of this wasm file, this version and this engine, `warn` says so and the guest is compiled.
    #   @api private
    #   @param wasm_path [String]
    #   @param code_path [String] of a file that nobody can write but who may write to the gem itself

    # @!method self.compile_ahead(wasm_path)
    #   @api private
    #   @param wasm_path [String]
    #   @return [String] what {ship} takes from its second file, for every processor of this platform
    #   @raise (see .from_path)

    # @!method self.compiled_for_others?(wasm_path)
    #   @api private
    #   @param wasm_path [String]
    #   @return [Boolean] whether other processes find this guest compiled, in the gem or in {cache_folder}
    #   @raise (see .from_path)

    # @!method self.cache_folder
    #   @api private
    #   @return [String, nil] where compiled guests are to be kept, whether or not it can be trusted

    # @!method self.slots_in_use
    #   @return [Integer, nil] guest instances alive in this process; nil without a pool

    # @!parse
    #   # Runs that can be under way at once in this process.
    #   SLOTS = 512

    # @!method self.kept
    #   @api private
    #   @return [Array(Integer, Integer, Integer)] guests that are loaded, programs of theirs that are kept compiled,
    #     and bytes of these

    # @!method self.restoring=(restoring)
    #   Whether images of preloads are kept and used in this process; true at first. Without, services and
    #   snippets are replayed in each invocation, which differs in time alone.
    #   @api private
    #   @param restoring [Boolean]

    # @!method self.class_of(object)
    #   @param object [BasicObject]
    #   @return [Class] its singleton class if it has one, else its class; none is made

    # @!method self.raw_message(exception)
    #   @param exception [Exception]
    #   @return [Object] what it was made with; no code of the exception runs

    # @!method self.redefined?(klass, name)
    #   @param klass [Class]
    #   @param name [Symbol] of a method
    #   @return [Boolean] whether the class has it, public or not, by anybody but Ruby itself as it started

    # @!method seal(preamble, snippets)
    #   Gives all invocations from now on these services and snippets; without, they have none.
    #   @param preamble [String] encoded
    #   @param snippets [String] encoded

    # @!method execution
    #   @return [Execution] a run that has not begun, to be given settings and then to {#eval} or {#run}

    # @!method eval(source, location = nil, dispatcher = nil, execution = nil)
    #   @param source [String] UTF-8 text
    #   @param location [String, nil] encoded file name and line, unless it is line 1 of "(eval)"
    #   @param dispatcher [#call, nil] answers the requests of this run, in place of {#on_dispatch=}'s
    #   @param execution [Execution, nil] the run that this is to be
    #   @return [Object] the value by which the guest ended
    #   @raise [SandboxError, ServiceError] when the guest raised
    #   @raise [TrapError] when the guest was stopped, or left no outcome
    #   @raise [Transport::Error] when the value cannot be decoded
    #   @raise [Kobako::Error] when the execution has begun already, or no more can run at once

    # @!method run(entrypoint, args, kwargs, dispatcher = nil, execution = nil)
    #   @param entrypoint [Symbol] the name of a constant
    #   @param args [Array]
    #   @param kwargs [Hash{Symbol => Object}]
    #   @param dispatcher (see #eval)
    #   @param execution (see #eval)
    #   @return (see #eval)
    #   @raise (see #eval)
    #   @raise [Codec::UnsupportedType] when an argument cannot cross

    # @!method on_dispatch=(handler)
    #   @param handler [#call, nil] takes a request's bytes and gives the response's; what it raises ends
    #     the invocation and goes on in the host. One that answers `answer` and `handles` too, as
    #     {Transport::Dispatcher} does, gets requests decoded, and is told of each run by `begin(execution)`.

    # @!method preload
    #   @api private
    #   @return [Symbol, nil] how the latest services and snippets are prepared: :replayed, and kept the
    #     next time; :kept, as an image of the guest's memory; :replaying each time, because they call
    #     services, print, fail or leave too much. nil before the first invocation, and without any

    # @!method programs
    #   @api private
    #   @return [Integer] how many programs are kept compiled, for all sandboxes of this wasm file

    # @!method latest
    #   @return [Execution, nil] that ended last on the calling thread, else last of all; nil before the first

    # @!method check(source, location, tables)
    #   What is wrong with a program, which does not run.
    #   @param source [String] UTF-8 text
    #   @param location [String, nil] (see #eval)
    #   @param tables [Array(String, String)] paths of services, and snippets, encoded
    #   @return [Array(Array, Array)] problems, each severity, line, column and message; calls of services, each path,
    #     method, line and column
    #   @raise (see #eval)

    # @!method bytecode(source, location)
    #   @param source [String] UTF-8 text
    #   @param location [String, nil] (see #eval)
    #   @return [String] RITE bytecode
    #   @raise (see #eval)

    # @api private
    # @param wasm_path [String]
    # @param options [SandboxOptions]
    # @return [Runtime]
    # @raise (see .from_path)
    def self.for(wasm_path, options)
      from_path(wasm_path, options.timeout, options.memory_limit, options.stdout_limit, options.stderr_limit,
                options.clock_nanoseconds, options.seed_bits)
    end

    # @return [Symbol] :pooling, or :on_demand where the address space for the pool could not be reserved
    def self.allocator = slots_in_use ? :pooling : :on_demand

    # @return [Usage] of the run that ended last on the calling thread, else of the last of all; {Usage::EMPTY} before
    #   the first
    def usage = latest&.usage || Usage::EMPTY
  end
end
