# frozen_string_literal: true

module Kobako
  # What one invocation cost.
  class Usage
    # @return [Float] seconds in the guest call, services included
    attr_reader :wall_time
    # @return [Integer] bytes by which the guest's memory grew since entry
    attr_reader :memory_peak

    # @param wall_time [Float] seconds
    # @param memory_peak [Integer] bytes
    def initialize(wall_time:, memory_peak:)
      @wall_time = wall_time
      @memory_peak = memory_peak
      freeze
    end

    # @return [Hash{Symbol => Numeric}]
    def to_h = { wall_time: @wall_time, memory_peak: @memory_peak }

    def deconstruct_keys(_keys) = to_h

    def ==(other) = other.is_a?(Usage) && to_h == other.to_h
    alias eql? ==

    def hash = to_h.hash

    # The usage of a sandbox that has run nothing.
    EMPTY = new(wall_time: 0.0, memory_peak: 0)
  end
end
