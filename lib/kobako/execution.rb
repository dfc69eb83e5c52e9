# frozen_string_literal: true

require_relative "output_listener"

module Kobako
  # One run: its settings before the guest starts, what can be seen of it while it runs, and what it left. Frozen at
  # its end. Native; made by {Sandbox}.
  #
  # @example Settings of one run
  #   sandbox.eval("Req::User.name") do |run|
  #     run.bind("Req::User", user, only: %i[name])
  #     run.timeout = 0.1
  #     run.name = "tenant-7/price"
  #   end
  # @example What a run left
  #   run = sandbox.execute("puts 1; 2 / 0")
  #   run.ok?    # => false
  #   run.error  # => #<Kobako::SandboxError: divided by 0>
  #   run.stdout # => "1\n"
  class Execution
    # @!method error
    #   @return [Exception, nil] what the run raised; nil for a value, before the end, and for a `throw`

    # @!method cancel
    #   Stops the guest within 20 ms with {CancelledError}, or when the service that it called has answered. Any
    #   thread may call it, also before the guest starts; after the end it does nothing.

    # @!method stdout_truncated?
    #   @return [Boolean] whether standard output was cut at stdout_limit

    # @!method stderr_truncated?
    #   @return [Boolean] whether standard error was cut at stderr_limit

    # @!method operation
    #   @api private
    #   @return [String] the call that traps are reported for

    # @!method call_block(values, yielder)
    #   Calls the block of the request that is being served.
    #   @api private
    #   @param values [Array]
    #   @param yielder [Transport::Yielder] is told when the block broke, raised, or ended the run
    #   @return [Object] the block's value
    #   @raise [Error] as {Transport::Yielder#call}

    # @!method fetch_value(value)
    #   Gets a value of a block that stayed in the guest, which it sends once more.
    #   @api private
    #   @param value [GuestValue]
    #   @return [Object]
    #   @raise [Error] as {GuestValue.value}
    #   @raise [Codec::UnsupportedType, Transport::CostlyValue] when the value cannot cross

    # @!method yield_to_block(arguments)
    #   The same from bytes to bytes.
    #   @api private
    #   @param arguments [String] encoded
    #   @return [String] the encoded yield response
    #   @raise [TrapError] when the guest was stopped in the block
    #   @raise [Kobako::Error] when no request is being served

    # @!method respond(dispatcher, request)
    #   @api private
    #   @param dispatcher [Transport::Dispatcher, Journal::Given] answers it, with this run's handles
    #   @param request [String] bytes
    #   @return [String] the response's bytes
    #   @raise [Exception] as {Transport::Dispatcher#answer} and {Transport::Dispatcher#unread}

    # @!method readings(start)
    #   @api private
    #   @param start [Integer]
    #   @return [Array<Integer>] nanoseconds that the host's clock showed in this run, from the reading of that number
    #     on; 1,048,576 are kept, and the clock stands still after them. Empty unless {#follow} began it

    # @return [String, nil] what this run is called in events and logs
    attr_reader :name
    # @api private
    # @return [Hash{String => Transport::Service, Catalog::Datum}, nil] what this run alone has, by path
    attr_reader :bindings
    # @api private
    # @return [Catalog::Bindings, nil] what every run of its sandbox has
    attr_reader :catalog
    # @api private
    # @return [Transport::Recorder, nil] of a run whose calls are counted
    attr_reader :recorder

    # @param name [String, Symbol, nil] for events and logs
    # @raise [ArgumentError] once the run's block has returned
    def name=(name)
      check(:name=)
      @name = name&.to_s.dup.freeze
    end

    # @param seconds [Numeric, nil] of wall clock for this run, nil for no limit
    # @raise [ArgumentError] for another value, or once the run's block has returned
    def timeout=(seconds)
      check(:timeout=)
      limit_time(SandboxOptions.new(timeout: seconds).timeout)
    end

    # @param bytes [Integer, nil] by which the guest's memory may grow in this run, nil for no limit
    # @raise [ArgumentError] for another value, or once the run's block has returned
    def memory_limit=(bytes)
      check(:memory_limit=)
      limit_memory(SandboxOptions.new(memory_limit: bytes).memory_limit)
    end

    # Gives the guest of this run an object at a path that the sandbox declares (`bind("Req::User")`) or binds.
    #
    # @param path [Symbol, String] such as "Req::User"
    # @param object [BasicObject]
    # @param only [Array<Symbol>, nil] the public methods that a guest may call, and no other
    # @return [self]
    # @param max_calls [Integer, nil] as of {Sandbox#bind}
    # @param replay [:again, nil] as of {Sandbox#bind}
    # @raise [ArgumentError] for a path that the sandbox neither declares nor binds, an `only:` that cannot be, or
    #   once the run's block has returned
    def bind(path, object, only: nil, max_calls: nil, replay: nil)
      check(:bind)
      path = Catalog::Name.path(path)
      unless @catalog.include?(path)
        raise ArgumentError, "#{path} is not declared (declare it before the sandbox's first run: " \
                             "sandbox.bind(#{path.inspect}))"
      end

      (@bindings ||= {})[path] = Catalog::Bindings.entry(path, object, only, max_calls:, replay:)
      @counted ||= !max_calls.nil?
      self
    end

    # @param count [Integer, nil] calls of services that this run may make, nil for no limit; one more ends it with
    #   {CallLimitError}
    # @raise [ArgumentError] for another value, or once the run's block has returned
    def max_calls=(count)
      check(:max_calls=)
      @max_calls = count && Call.limit(count)
      @counted = true
    end

    # @api private
    # @param guard [#refusal] is asked before each call that the run's journal does not answer: gets the service, the
    #   method's name, the request's bytes and a block that gives a {PendingCall}; gives an exception with which the
    #   call fails, or nil
    def guard=(guard)
      check(:guard=)
      @guard = guard
    end

    # Keeps what {#calls} gives, also for a run without a journal and without a budget.
    #
    # @return [self]
    # @raise [ArgumentError] once the run's block has returned
    def record_calls
      check(:record_calls)
      @counted = true
      self
    end

    # Hands on output as it comes, while the guest runs, on the thread that runs it; of both streams in the order in
    # which the script wrote it.
    #
    # @yieldparam stream [Symbol] :stdout or :stderr
    # @yieldparam text [String] UTF-8, or binary where the bytes are not valid UTF-8
    # @return [self]
    # @raise [ArgumentError] without a block, or once the run's block has returned
    def on_output(&block)
      check(:on_output)
      raise ArgumentError, "on_output takes a block" unless block

      listen(@listener = OutputListener.new(block))
      self
    end

    # @return [Object] the value that the run ended with
    # @raise [Exception] the one that it ended with
    # @raise [Kobako::Error] before the end, and when the run was left by a `throw`
    def value
      case stage
      when :done then raw_value
      when :failed then raise(error || Kobako::Error.new(without_value))
      else raise Kobako::Error, "the run has not ended, so it has no value yet"
      end
    end

    # @return [Boolean] whether it ended with a value
    def ok? = stage == :done

    # @return [Boolean] whether it ended in the midst of a call that waits for an answer ({Kobako.suspend})
    def suspended? = stage == :failed && error.nil? && !waiting.nil?

    # @return [PendingCall, nil] the call for which the run waits
    def waiting = @recorder&.waiting

    # @return [Array<Call>] calls of services in the order in which they began, 100,000 at most; empty unless the run
    #   has a journal or a budget, or its block said {#record_calls}
    def calls = @recorder ? @recorder.calls.dup : []

    # @return [Boolean] whether it has begun and not ended
    def running? = stage == :running

    # @return [Boolean] whether it has ended, with a value or without
    def ended? = %i[done failed].include?(stage)

    # @return [String] standard output, so far if the run has not ended; UTF-8, or binary if the bytes are not valid
    #   UTF-8
    def stdout = Capture.text(raw_stdout)

    # @return [String] standard error, like {#stdout}
    def stderr = Capture.text(raw_stderr)

    # @return [Usage] what it cost; {Usage::EMPTY} before the end
    def usage
      wall_time, memory_peak, cpu_time, service_time, service_calls, bytes_received, bytes_sent, kept = costs
      return Usage::EMPTY unless wall_time

      Usage.new(wall_time:, memory_peak:, cpu_time:, service_time:, service_calls:, bytes_received:, bytes_sent:,
                kept:, replay_time: @recorder ? @recorder.replay_time : 0.0)
    end

    # @return [String]
    def inspect = "#<#{self.class}#{" #{name}" if name} #{suspended? ? "suspended" : error&.class || stage}>"

    # Lets a block make the settings, which are spent then.
    #
    # @api private
    # @param catalog [Catalog::Bindings] of the sandbox
    # @param on_output [#call, nil] takes a stream and text
    # @yieldparam run [Execution]
    # @return [self]
    def configure(catalog, on_output)
      @catalog = catalog
      on_output(&on_output) if on_output
      yield self if block_given?
      @spent = true
      told = @bindings&.reject { |path, entry| catalog.served?(path, entry) }
      give(catalog.encode(told)) unless told.nil? || told.empty?
      @recorder = Transport::Recorder.new(@max_calls) if @counted || catalog.limited?
      self
    end

    # Has the run go along a journal.
    #
    # @api private
    # @param resumption [Resumption]
    # @param origin [Journal::Origin] of this run
    # @raise [JournalError] when the journal is of another one
    def follow(resumption, origin)
      journal = resumption.journal
      origin = journal.begin(origin)
      keep_conditions(origin.clock, origin.seed)
      show_again(journal.readings) if origin.clock.nil?
      @recorder = Journal::Recorder.new(journal.replay(resumption, origin.clock.nil?), @max_calls, @guard)
    end

    # Hands on what is left of output that ended in the midst of a character.
    #
    # @api private
    def finish = @listener&.finish

    private

    def without_value
      return "the run was left by a throw, so it has no value" unless suspended?

      "the run waits for #{waiting}, so it has no value (go on by execute with its journal and answer:)"
    end

    def check(setting)
      return if !@spent && stage == :settings

      raise ArgumentError, "#{setting} is a setting of a run before it starts (call it in the block of eval, run, " \
                           "execute or call)"
    end
  end
end
