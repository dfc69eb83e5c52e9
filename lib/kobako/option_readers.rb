# frozen_string_literal: true

module Kobako
  # What of its options a sandbox tells.
  module OptionReaders
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
  end
end
