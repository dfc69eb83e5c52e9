# frozen_string_literal: true

module Kobako
  # A call of a service that has no answer: one for which a run waits, or one that was under way when a process ended.
  class PendingCall
    # @return [String, nil] path of the service; nil for an object of which the script holds a handle
    attr_reader :path
    # @return [String]
    attr_reader :method
    # @return [Array] for objects of which the script holds handles, what stands for them: their `key` is what the
    #   journal's `identify:` gave
    attr_reader :arguments
    # @return [Hash{Symbol => Object}]
    attr_reader :keywords
    # @return [Object, nil] what was given to {Kobako.suspend}
    attr_reader :reason

    # @api private
    # @return [Journal::Request]
    attr_reader :request

    # @api private
    # @param request [Journal::Request]
    # @param reason [Object, nil]
    def initialize(request, reason = nil)
      @request = request
      @path = request.target if request.target.is_a?(String)
      @method = request.name
      @arguments = request.arguments
      @keywords = request.keywords
      @reason = reason
      freeze
    end

    # @return [String] such as `Shop::Mail.deliver("ann")`
    def to_s = @request.to_s

    # @return [Hash{Symbol => Object}]
    def to_h = { path:, method: @method, arguments:, keywords:, reason: }

    # @return [Hash{Symbol => Object}] for pattern matching
    def deconstruct_keys(_keys) = to_h

    # @return [String]
    def inspect = "#<#{self.class} #{self}#{" waits: #{reason.inspect}" if reason}>"
  end
end
