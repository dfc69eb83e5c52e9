# frozen_string_literal: true

module Kobako
  # The limits of a Sandbox, checked and frozen.
  class SandboxOptions
    DEFAULT_TIMEOUT = 60.0
    DEFAULT_MEMORY_LIMIT = 1 << 20
    DEFAULT_OUTPUT_LIMIT = 1 << 20
    DEFAULT_MAX_HANDLES = 100_000
    MAX_BYTES = (1 << 63) - 1

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

    # @param timeout [Numeric, nil] seconds, above 0 and finite; nil for no limit
    # @param memory_limit [Integer, nil] bytes, above 0; nil for no limit
    # @param stdout_limit [Integer, nil] bytes, above 0; nil for the default
    # @param stderr_limit [Integer, nil] bytes, above 0; nil for the default
    # @param max_handles [Integer, nil] from 1 to 2**31-1; nil for the default
    # @raise [ArgumentError] for any other value
    def initialize(timeout: DEFAULT_TIMEOUT, memory_limit: DEFAULT_MEMORY_LIMIT, stdout_limit: nil, stderr_limit: nil,
                   max_handles: nil)
      @timeout = timeout.nil? ? nil : seconds(timeout)
      @memory_limit = memory_limit.nil? ? nil : bytes(:memory_limit, memory_limit, "no limit")
      @stdout_limit = stdout_limit.nil? ? DEFAULT_OUTPUT_LIMIT : bytes(:stdout_limit, stdout_limit, "the default")
      @stderr_limit = stderr_limit.nil? ? DEFAULT_OUTPUT_LIMIT : bytes(:stderr_limit, stderr_limit, "the default")
      @max_handles = max_handles.nil? ? DEFAULT_MAX_HANDLES : handles(max_handles)
      freeze
    end

    # @return [Hash{Symbol => Numeric, nil}] keyword arguments for an equal object
    def to_h
      { timeout: @timeout, memory_limit: @memory_limit, stdout_limit: @stdout_limit, stderr_limit: @stderr_limit,
        max_handles: @max_handles }
    end

    def ==(other) = other.is_a?(SandboxOptions) && to_h == other.to_h
    alias eql? ==

    def hash = to_h.hash

    private

    def seconds(value)
      float = value.is_a?(Numeric) && value.real? ? value.to_f : 0.0
      return float if float.positive? && float.finite?

      raise ArgumentError, "timeout is #{value.inspect}, expected a finite number of seconds above 0 (nil for no limit)"
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
