# frozen_string_literal: true

module Kobako
  # What one run cost.
  class Usage
    # @return [Float] seconds from the run's start to its end, services included
    attr_reader :wall_time
    # @return [Integer] bytes by which the guest's memory grew since entry
    attr_reader :memory_peak
    # @return [Float] seconds of processor time in the guest
    attr_reader :cpu_time
    # @return [Float] seconds of wall clock in services
    attr_reader :service_time
    # @return [Integer] calls of services
    attr_reader :service_calls
    # @return [Integer] bytes of messages from the guest: calls, values of blocks, the result
    attr_reader :bytes_received
    # @return [Integer] bytes of messages to the guest: the program or the arguments, values of services
    attr_reader :bytes_sent

    # @return [Float] seconds of wall_time in which a journal said all that came from outside
    attr_reader :replay_time

    # @param wall_time [Float] seconds
    # @param memory_peak [Integer] bytes
    # @param cpu_time [Float] seconds
    # @param service_time [Float] seconds
    # @param service_calls [Integer]
    # @param bytes_received [Integer]
    # @param bytes_sent [Integer]
    # @param kept [Boolean] whether the program was compiled for an earlier run
    # @param replay_time [Float] seconds
    def initialize(wall_time:, memory_peak:, cpu_time: 0.0, service_time: 0.0, service_calls: 0, bytes_received: 0,
                   bytes_sent: 0, kept: false, replay_time: 0.0)
      @wall_time = wall_time
      @memory_peak = memory_peak
      @cpu_time = cpu_time
      @service_time = service_time
      @service_calls = service_calls
      @bytes_received = bytes_received
      @bytes_sent = bytes_sent
      @kept = kept
      @replay_time = replay_time
      freeze
    end

    # @return [Boolean] whether the program was compiled for an earlier run, and kept
    def kept? = @kept

    # @return [Float] seconds of wall_time after the journal's end
    def live_time = [@wall_time - @replay_time, 0.0].max

    # @return [Hash{Symbol => Numeric, Boolean}]
    def to_h
      { wall_time: @wall_time, memory_peak: @memory_peak, cpu_time: @cpu_time, service_time: @service_time,
        service_calls: @service_calls, bytes_received: @bytes_received, bytes_sent: @bytes_sent, kept: @kept,
        replay_time: @replay_time }
    end

    # @return [Hash{Symbol => Object}] for pattern matching
    def deconstruct_keys(_keys) = to_h

    # @return [Boolean] by value
    def ==(other) = other.is_a?(Usage) && to_h == other.to_h
    alias eql? ==

    # @return [Integer] by value
    def hash = to_h.hash

    # The usage of a sandbox that has run nothing.
    EMPTY = new(wall_time: 0.0, memory_peak: 0)
  end
end
