# frozen_string_literal: true

require_relative "../fault"
require_relative "../catalog/handles"
require_relative "failures"
require_relative "rejection"
require_relative "service"
require_relative "yielder"

module Kobako
  module Transport
    # Answers the requests of one sandbox's guest: finds the service or the handle, calls the method that the
    # exposure allows, and turns what comes of it into a response.
    #
    # A StandardError becomes a fault. Every other exception, `throw` and `exit` pass through and end the
    # invocation.
    class Dispatcher
      # @return [Catalog::Handles]
      attr_reader :handles
      # @return [Failures] the exceptions that became faults in this invocation
      attr_reader :failures

      # @param runtime [Runtime, nil] whose guest has the blocks
      # @param services [Hash{String => Service}] by path
      # @param max_handles [Integer]
      def initialize(runtime, services, max_handles: Catalog::Handles::DEFAULT_LIMIT)
        @runtime = runtime
        @services = services
        @bound = {}.compare_by_identity
        services.each_value { |service| @bound[service.object] ||= service }
        @handles = Catalog::Handles.new(limit: max_handles, bound: @bound)
        @failures = Failures.new
        @exposures = {}.compare_by_identity
        @invocation = 0
        @operation = "Sandbox#eval"
      end

      # Begins an invocation.
      #
      # @param operation [String] the call that traps are reported for
      def begin(operation)
        finish if @begun
        @begun = true
        @operation = operation
        @invocation += 1
      end

      # Forgets what belongs to the invocation that ended. An interrupt may cut it short: {#begin} makes up for it.
      def finish
        @innermost = @violation = nil
        @handles.clear
        @failures.clear
        @exposures.clear
        @begun = false
      end

      # @param request [String] bytes
      # @return [String] the response's bytes
      # @raise [TrapError] when the request is no request
      # @raise [HandlerExhaustedError] when the invocation holds too many host objects
      def call(request)
        target, name, arguments, keywords, block = Codec::Decoder.decode(request, @handles)
        # An object behind a handle may lie about its class, so the classes are asked.
        unless String === name && Array === arguments && Hash === keywords # rubocop:disable Style/CaseEquality
          violation("a request is not [target, method, args, kwargs, block_given]")
        end
        answer(target, name, arguments, keywords, true.equal?(block))
      rescue Rejection => e
        fault(e.kind, e.message)
      rescue Codec::Error => e
        violation("a request cannot be decoded: #{e.message}")
      end

      # @param target [String, BasicObject] a service's path, or the object behind a handle
      # @param name [String] of the method
      # @param arguments [Array]
      # @param keywords [Hash]
      # @param block [Boolean] whether the guest gave one
      # @return [String] the response's bytes
      # @raise as {#call}
      def answer(target, name, arguments, keywords, block)
        outer = @innermost
        @innermost = yielder = block ? Yielder.new(self, @runtime, target) : nil
        service = service_of(target)
        object = service ? service.object : target
        exposure = service ? service.exposure(@invocation) : exposure_of(target)
        exposed = exposure.fetch(object, name, target)
        exposed.check_keywords(object, keywords, target) unless keywords.empty?
        value = if yielder
                  exposed.call_with_block(object, arguments, keywords, yielder)
                else
                  exposed.call(object, arguments, keywords)
                end
        result(target, name, value)
      rescue Rejection => e
        fault(e.kind, e.message)
      rescue StandardError => e
        failed(e, yielder) { exposed.nil? || exposed.takes?(object, arguments, keywords) }
      ensure
        yielder&.finish
        @innermost = outer
      end

      # Ends the invocation, whatever a service rescues.
      #
      # @raise [TrapError] always
      def violation(message) = raise(@violation = TrapError.new("#{@operation} failed: wire violation: #{message}"))

      # @return [Boolean] whether no other call runs within the call of this yielder
      def innermost?(yielder) = @innermost.equal?(yielder)

      private

      # A bound object keeps the rule of its service when the guest holds it by a handle.
      def service_of(target)
        return @bound[target] unless String === target # rubocop:disable Style/CaseEquality

        @services[target] || raise(Rejection.new("undefined", "no service at #{Exposure::Label.brief(target).inspect}"))
      end

      def exposure_of(object)
        klass = Runtime.class_of(object)
        @exposures[klass] ||= Exposure.new(klass)
      end

      def result(target, name, value)
        raise @violation if @violation

        Codec::Encoder.result(value, @handles, @runtime)
      rescue Codec::UnsupportedType => e
        call = "#{Exposure::Label.of(target)}##{Exposure::Label.brief(name)}"
        fault("runtime", "the result of #{call} cannot cross: #{e.message}")
      end

      # The block tells whether the method's signature took the arguments.
      def failed(error, yielder)
        raise @violation if @violation
        raise error if yielder&.ended.equal?(error)
        raise error if @handles.exhausted? && error.is_a?(HandlerExhaustedError)

        message = @failures.keep(error)
        return fault("runtime", message, Codec::BLOCK_ERROR) if yielder&.raised.equal?(error)

        fault(error.instance_of?(ArgumentError) && !yield ? "argument" : "runtime", message)
      end

      def fault(kind, message, details = nil) = Codec::Encoder.fault(Fault.new(kind, message, details))
    end
  end
end
