# frozen_string_literal: true

module Kobako
  # One wasm file with its limits, ready to run invocations one at a time. Native; made by {Sandbox}.
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

    # @!method self.slots_in_use
    #   @return [Integer, nil] guest instances alive in this process; nil without a pool

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

    # @!method eval(source, location = nil, raiser = nil)
    #   @param source [String] UTF-8 text
    #   @param location [String, nil] encoded file name and line, unless it is line 1 of "(eval)"
    #   @param raiser [#call, nil] takes the encoded panic record by which the guest ended, and raises
    #   @return [Object] the value by which the guest ended
    #   @raise [TrapError] when the guest was stopped, or left no outcome
    #   @raise [Codec::Error, Transport::Rejection] when the value cannot be decoded
    #   @raise [Kobako::Error] when an invocation is running already, or the guest raised and there is no raiser

    # @!method run(entrypoint, args, kwargs, raiser = nil)
    #   @param entrypoint [Symbol] the name of a constant
    #   @param args [Array]
    #   @param kwargs [Hash{Symbol => Object}]
    #   @param raiser (see #eval)
    #   @return (see #eval)
    #   @raise (see #eval)
    #   @raise [Codec::UnsupportedType] when an argument cannot cross

    # @!method on_dispatch=(handler)
    #   @param handler [#call, nil] takes a request's bytes and gives the response's; what it raises ends
    #     the invocation and goes on in the host. One that answers `answer` and `handles` too, as
    #     {Transport::Dispatcher} does, gets requests decoded.

    # @!method yield_to_active_invocation(arguments)
    #   Calls the block of the request that is being served.
    #   @param arguments [String] encoded
    #   @return [String] the encoded yield response
    #   @raise [TrapError] when the guest was stopped in the block
    #   @raise [Kobako::Error] when no request is being served

    # @!method call_block(values, yielder)
    #   Calls that block with values.
    #   @param values [Array]
    #   @param yielder [Transport::Yielder] is told when the block broke, raised, or ended the invocation
    #   @return [Object] the block's value
    #   @raise as {Transport::Yielder#call}

    # @!method fetch_value(value)
    #   Gets a value of a block that stayed in the guest, which it sends once more.
    #   @param value [GuestValue]
    #   @return [Object]
    #   @raise as {GuestValue.value}
    #   @raise [Codec::UnsupportedType, Transport::CostlyValue] when the value cannot cross

    # @!method preload
    #   @api private
    #   @return [Symbol, nil] how the latest services and snippets are prepared: :replayed, and kept the
    #     next time; :kept, as an image of the guest's memory; :replaying each time, because they call
    #     services, print, fail or leave too much. nil before the first invocation, and without any

    # @!method programs
    #   @api private
    #   @return [Integer] how many programs are kept compiled, for all sandboxes of this wasm file

    # @!method snapshot
    #   @return [Snapshot, nil] of the latest invocation, whatever ended it; nil before the first

    # @return [Symbol] :pooling, or :on_demand where the address space for the pool could not be reserved
    def self.allocator = slots_in_use ? :pooling : :on_demand

    # @return [Usage] of the latest invocation; {Usage::EMPTY} before the first
    def usage
      latest = snapshot
      latest ? Usage.new(wall_time: latest.wall_time, memory_peak: latest.memory_peak) : Usage::EMPTY
    end
  end
end
