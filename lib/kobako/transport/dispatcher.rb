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
    # exposure allows, and gives what comes of it. The native extension reads requests and writes responses.
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
      # @param convert [Hash{Module => #call}] what makes values of objects that would become handles
      def initialize(runtime, services, max_handles: Catalog::Handles::DEFAULT_LIMIT, convert: {})
        @runtime = runtime
        @services = services
        @bound = {}.compare_by_identity
        services.each_value { |service| @bound[service.object] ||= service }
        @handles = Catalog::Handles.new(limit: max_handles, bound: @bound, convert:, asked: method(:asked))
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
      # @raise as {#answer} and {#unread}
      def call(request) = Codec.respond(self, request)

      # @param target [String, BasicObject] a service's path, or the object behind a handle
      # @param name [String] of the method
      # @param arguments [Array]
      # @param keywords [Hash]
      # @param block [Boolean] whether the guest gave one
      # @return [Object, Fault] the method's value, or what went wrong
      # @raise [HandlerExhaustedError] when the invocation holds too many host objects
      def answer(target, name, arguments, keywords, block)
        outer = @innermost
        @innermost = yielder = block ? Yielder.new(self, @runtime, target) : nil
        service = service_of(target)
        object = service ? service.object : target
        exposed = exposed_method(service, object, name, target)
        exposed.check_keywords(object, keywords, target) unless keywords.empty?
        value = if yielder
                  exposed.call_with_block(object, arguments, keywords, yielder)
                else
                  exposed.call(object, arguments, keywords)
                end
        raise @violation if @violation

        value
      rescue Rejection => e
        refused(e, name)
      rescue StandardError => e
        failed(e, yielder) { exposed.nil? || exposed.takes?(object, arguments, keywords) }
      ensure
        yielder&.finish
        @innermost = outer
      end

      # A request could not be read.
      #
      # @param error [Codec::Error, Rejection] why
      # @return [Fault]
      # @raise [TrapError] when the request is no request
      def unread(error)
        return Fault.new(error.kind, error.message) if error.is_a?(Rejection)

        violation("a request cannot be decoded: #{error.message}")
      end

      # What {#answer} gave could not be written.
      #
      # @param target [String, BasicObject] of that call
      # @param name [String] of its method
      # @param error [StandardError] why
      # @return [Fault]
      # @raise [HandlerExhaustedError] when the invocation holds too many host objects
      def unsent(target, name, error)
        return failed(error.cause, nil) { true } if error.is_a?(Catalog::Converters::Failed)
        return failed(error, nil) { true } unless error.is_a?(Codec::UnsupportedType)

        call = "#{Exposure::Label.of(target)}##{Exposure::Label.brief(name)}"
        Fault.new("runtime", "the result of #{call} cannot cross: #{error.message}")
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

      def exposed_method(service, object, name, target) = exposure_of(object, service).fetch(object, name, target)

      # What the guest is to ask an object that gets a handle.
      def asked(object) = exposure_of(object, @bound[object]).asked(object)

      def exposure_of(object, service)
        return service.exposure(@invocation) if service

        klass = Runtime.class_of(object)
        @exposures[klass] ||= Exposure.new(klass)
      end

      def refused(rejection, name)
        asked = rejection.is_a?(Unexposed) && Exposure::Asked::NAMES.include?(name)
        Fault.new(rejection.kind, rejection.message, (Exposure::Asked::UNEXPOSED if asked))
      end

      # The block tells whether the method's signature took the arguments.
      def failed(error, yielder)
        raise @violation if @violation
        raise error if yielder&.ended.equal?(error)
        raise error if @handles.exhausted? && error.is_a?(HandlerExhaustedError)

        message = @failures.keep(error)
        return Fault.new("runtime", message, Codec::BLOCK_ERROR) if yielder&.raised.equal?(error)

        Fault.new(error.instance_of?(ArgumentError) && !yield ? "argument" : "runtime", message)
      end
    end
  end
end
