# frozen_string_literal: true

module Kobako
  # The limits of a Sandbox, checked and frozen.
  class SandboxOptions
    # Seconds.
    DEFAULT_TIMEOUT = 60.0
    # Bytes by which the guest's memory may grow.
    DEFAULT_MEMORY_LIMIT = 1 << 20
    # Bytes of each of stdout and stderr.
    DEFAULT_OUTPUT_LIMIT = 1 << 20
    # Host objects.
    DEFAULT_MAX_HANDLES = 100_000
    # The highest limit of bytes.
    MAX_BYTES = (1 << 63) - 1
    # Where the guest's random numbers begin.
    DEFAULT_SEED = 0
    MAX_SEED = (1 << 64) - 1
    # Classes whose objects cross by value, so that no converter is asked.
    VALUES = %w[NilClass TrueClass FalseClass Integer Float String Symbol Array Hash Time Date DateTime BigDecimal
                Rational Complex Range Set].freeze
    NAME = Module.instance_method(:name)
    private_constant :MAX_SEED, :VALUES, :NAME

    # @return [Float, nil] seconds, nil for no limit
    attr_reader :timeout
    # @return [Integer, nil] bytes, nil for no limit
    attr_reader :memory_limit
    # @return [Integer] bytes
    attr_reader :stdout_limit
    # @return [Integer] bytes
    attr_reader :stderr_limit
    # @return [Integer] host objects that one invocation may hold
    attr_reader :max_handles
    # @return [Time, :host, nil] where the guest's clock stands, nil for the epoch; :host for the host's time
    attr_reader :clock
    # @return [Integer, nil] where the guest's random numbers begin, nil for the default
    attr_reader :seed

    # @return [Hash{Module => #call}] what makes values of objects that would become handles; empty for nothing
    attr_reader :convert
    # @return [:hash, nil] what becomes of Structs and Data of the script in its result; nil for an error
    attr_reader :results

    # @param timeout [Numeric, nil] seconds, above 0 and finite; nil for no limit
    # @param memory_limit [Integer, nil] bytes, above 0; nil for no limit
    # @param stdout_limit [Integer, nil] bytes, above 0; nil for the default
    # @param stderr_limit [Integer, nil] bytes, above 0; nil for the default
    # @param max_handles [Integer, nil] from 1 to 2**31-1; nil for the default
    # @param clock [Time, :host, nil] from 1677-09-21 to 2262-04-11, nil for the epoch
    # @param seed [Integer, nil] its lowest 64 bits count; nil for the default
    # @param convert [Hash{Module => #call}, nil] of classes whose objects do not cross by value anyway; nil for none
    # @param results [:hash, nil] nil for an error
    # @raise [ArgumentError] for any other value
    def initialize(timeout: DEFAULT_TIMEOUT, memory_limit: DEFAULT_MEMORY_LIMIT, stdout_limit: nil, stderr_limit: nil,
                   max_handles: nil, clock: nil, seed: nil, convert: nil, results: nil)
      @timeout = timeout.nil? ? nil : seconds(timeout)
      @memory_limit = memory_limit.nil? ? nil : bytes(:memory_limit, memory_limit, "no limit")
      @stdout_limit = stdout_limit.nil? ? DEFAULT_OUTPUT_LIMIT : bytes(:stdout_limit, stdout_limit, "the default")
      @stderr_limit = stderr_limit.nil? ? DEFAULT_OUTPUT_LIMIT : bytes(:stderr_limit, stderr_limit, "the default")
      @max_handles = max_handles.nil? ? DEFAULT_MAX_HANDLES : handles(max_handles)
      @clock = clock.nil? ? nil : time(clock)
      @seed = seed.nil? ? nil : integer(seed)
      @convert = convert.nil? ? {}.freeze : converters(convert)
      @results = results.nil? ? nil : shape(results)
      freeze
    end

    # @return [Hash{Symbol => Numeric, nil}] keyword arguments for an equal object
    def to_h
      { timeout: @timeout, memory_limit: @memory_limit, stdout_limit: @stdout_limit, stderr_limit: @stderr_limit,
        max_handles: @max_handles, clock: @clock, seed: @seed, convert: @convert, results: @results }
    end

    # @return [Integer, nil] nanoseconds since the epoch at which the guest's clock stands, nil for the host's time
    def clock_nanoseconds
      return @clock.nil? ? 0 : nil unless @clock.is_a?(Time)

      nanoseconds(@clock)
    end

    # @return [Integer] of 64 bits
    def seed_bits = (@seed || DEFAULT_SEED) & MAX_SEED

    # @return [Boolean] by value
    def ==(other) = other.is_a?(SandboxOptions) && to_h == other.to_h
    alias eql? ==

    # @return [Integer] by value
    def hash = to_h.hash

    private

    def seconds(value)
      float = value.is_a?(Numeric) && value.real? ? value.to_f : 0.0
      return float if float.positive? && float.finite?

      raise ArgumentError, "timeout is #{value.inspect}, expected a finite number of seconds above 0 (nil for no limit)"
    end

    def time(value)
      return value if value == :host
      return value.dup.freeze if value.is_a?(Time) && nanoseconds(value).bit_length < 64

      raise ArgumentError, "clock is #{value.inspect}, expected a Time from 1677-09-21 to 2262-04-11, or :host " \
                           "(nil for the epoch)"
    end

    def nanoseconds(time) = (time.to_i * 1_000_000_000) + time.nsec

    def integer(value)
      return value if value.is_a?(Integer)

      raise ArgumentError, "seed is #{value.inspect}, expected an Integer (nil for the default)"
    end

    def converters(table)
      unless table.is_a?(Hash)
        raise ArgumentError, "convert is #{table.inspect}, expected a Hash of classes and of what converts their " \
                             "objects (nil for none)"
      end
      table.each { |mod, converter| check_converter(mod, converter) }
      table.dup.freeze
    end

    def check_converter(mod, converter)
      raise ArgumentError, "convert has the key #{mod.inspect}, expected a class" unless mod.is_a?(Module)

      # Not by what a class says of itself: ActiveSupport::TimeWithZone calls itself Time.
      if VALUES.include?(NAME.bind_call(mod))
        raise ArgumentError, "convert has a converter of #{mod}, whose objects cross by value (give one to classes " \
                             "of the application)"
      end
      return if converter.respond_to?(:call)

      raise ArgumentError, "the converter of #{mod} is #{converter.inspect}, expected one that answers call (a lambda)"
    end

    def shape(value)
      return value if value == :hash

      raise ArgumentError, "results is #{value.inspect}, expected :hash (nil for an error where the script returns a " \
                           "Struct or a Data)"
    end

    def handles(value)
      return value if value.is_a?(Integer) && value.between?(1, Handle::MAX_ID)

      raise ArgumentError, "max_handles is #{value.inspect}, expected an Integer from 1 to #{Handle::MAX_ID} " \
                           "(nil for the default)"
    end

    def bytes(name, value, without)
      return value if value.is_a?(Integer) && value.positive? && value <= MAX_BYTES

      raise ArgumentError, "#{name} is #{value.inspect}, expected an Integer of bytes from 1 to #{MAX_BYTES} " \
                           "(nil for #{without})"
    end
  end
end
