# frozen_string_literal: true

module Kobako
  # One call of a service in a run that has a journal, a budget, or {Execution#record_calls}.
  class Call
    # @return [String, nil] path of the service; nil for an object of which the script holds a handle
    attr_reader :path
    # @return [Integer, nil] the handle by which the script called, which counts from 1 in each run
    attr_reader :handle
    # @return [String]
    attr_reader :method
    # @return [Float] seconds from the run's start to it
    attr_reader :start
    # @return [Float] seconds, those of its block included
    attr_reader :duration
    # @return [Integer] how many calls were under way, in whose blocks it was made
    attr_reader :depth
    # @return [Integer] bytes of the request
    attr_reader :bytes_received
    # @return [Integer] bytes of the response; 0 without one
    attr_reader :bytes_sent
    # @return [Symbol] :value; :fault for an error that the script may rescue; :none when the run ended in its midst
    attr_reader :outcome

    # @api private
    # @param max_calls [Integer]
    # @return [Integer] it
    # @raise [ArgumentError] unless it is one from 0
    def self.limit(max_calls)
      return max_calls if max_calls.is_a?(Integer) && !max_calls.negative?

      raise ArgumentError, "max_calls is #{max_calls.inspect}, expected an Integer from 0 (nil for no limit)"
    end

    # @api private
    # @param path [String, nil]
    # @param handle [Integer, nil]
    # @param method [String]
    # @param bytes_received [Integer]
    def initialize(path, handle, method, bytes_received)
      @path = path.freeze
      @handle = handle
      @method = method.freeze
      @bytes_received = bytes_received
      @start = 0.0
      @depth = 0
      @bytes_sent = 0
      @duration = 0.0
      @outcome = :none
      @replayed = false
    end

    # @api private
    # @param start [Float]
    # @param depth [Integer]
    def place(start, depth)
      @start = start
      @depth = depth
    end

    # @api private
    # @param response [String, nil] bytes
    # @param replayed [Boolean]
    # @param duration [Float] seconds
    def finish(response, replayed, duration)
      @duration = duration
      @bytes_sent = response ? response.bytesize : 0
      @outcome = response.getbyte(1).zero? ? :value : :fault if response
      @replayed = replayed || false
      freeze
    end

    # @return [Boolean] whether a journal gave the answer, and nobody was asked
    def replayed? = @replayed

    # @return [Hash{Symbol => Object}]
    def to_h
      { path:, handle:, method: @method, start:, duration:, depth:, bytes_received:, bytes_sent:, outcome:,
        replayed: @replayed }
    end

    # @return [String]
    def inspect = "#<#{self.class} #{path || "handle #{handle}"}.#{@method} #{outcome}#{" replayed" if @replayed}>"
  end
end
