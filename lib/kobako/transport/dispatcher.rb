# frozen_string_literal: true

require_relative "../fault"
require_relative "../catalog/exposures"
require_relative "../catalog/handles"
require_relative "failures"
require_relative "rejection"
require_relative "service"
require_relative "yielder"

module Kobako
  module Transport
    # Answers the requests of one run after the other: finds the service or the handle, calls the method that the
    # exposure allows, and gives what comes of it. The native extension reads requests and writes responses.
    #
    # A StandardError becomes a fault. Every other exception, `throw` and `exit` pass through and end the run.
    class Dispatcher
      # @return [Catalog::Handles]
      attr_reader :handles
      # @return [Failures] the exceptions that became faults in this run
      attr_reader :failures
      # @return [Exception, nil] what ended the invocation while a value was fetched, such as an interrupt
      attr_writer :ended
      # @return [Execution, nil] the run whose requests are answered
      attr_reader :execution

      # @param bindings [Hash{String => Service, Catalog::Datum, nil}] by path; nil where a run is to bind an object
      # @param max_handles [Integer]
      # @param exposed [Catalog::Exposures] what the sandbox exposes by class
      # @param convert [Hash{Module => #call}] what makes values of objects that would become handles
      # @param handles [Class] of the table of handles
      def initialize(bindings, max_handles: Catalog::Handles::DEFAULT_LIMIT, exposed: Catalog::Exposures::PROCESS,
                     convert: {}, handles: Catalog::Handles)
        @bindings = bindings
        @exposed = exposed
        @bound = {}.compare_by_identity
        bindings.each_value { |entry| @bound[entry.object] ||= entry if entry.is_a?(Service) }
        @handles = handles.new(limit: max_handles, bound: self, convert:, asked: method(:asked))
        @failures = Failures.new
        @exposures = {}.compare_by_identity
      end

      # Begins a run.
      #
      # @param execution [Execution]
      def begin(execution)
        @execution = execution
        # Tells runs apart for those that outlive them.
        @run = Object.new
        @own = execution.bindings
        @own_bound = @own && {}.compare_by_identity
        @own&.each_value { |entry| @own_bound[entry.object] ||= entry if entry.is_a?(Service) }
      end

      # Forgets what belongs to the run that ended.
      def finish
        @innermost = @violation = @ended = @execution = @run = @own = @own_bound = @rules = nil
        @handles.clear
        @failures.clear
        @exposures.clear
      end

      # @param object [BasicObject]
      # @return [Boolean] whether it is bound as a service
      def include?(object) = !service_at(object).nil?

      # @param request [String] bytes
      # @return [String] the response's bytes
      # @raise [Exception] as {#answer} and {#unread}
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
        @innermost = yielder = block ? Yielder.new(self, @execution, target) : nil
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
        e.fault(name)
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
      def violation(message)
        operation = @execution&.operation || "Sandbox#eval"
        stop(TrapError.new("#{operation} failed: wire violation: #{message}"))
      end

      # Ends the invocation, whatever a service rescues.
      #
      # @param error [Kobako::Error]
      # @raise [Kobako::Error] the first of them
      def stop(error) = raise(@violation ||= error) # rubocop:disable Naming/MemoizedInstanceVariableName

      # @param path [String]
      # @return [Service, nil] that requests to this path reach
      def service(path)
        entry = @own&.[](path) || @bindings[path]
        entry if entry.is_a?(Service)
      end

      # @param object [BasicObject]
      # @return [Service, nil] that it is bound as
      def service_at(object) = @own_bound&.[](object) || @bound[object]

      # @return [Boolean] whether no other call runs within the call of this yielder
      def innermost?(yielder) = @innermost.equal?(yielder)

      private

      # A bound object keeps the rule of its service when the guest holds it by a handle.
      def service_of(target)
        return service_at(target) unless String === target # rubocop:disable Style/CaseEquality

        service(target) || raise(Rejection.new("undefined", absence(target)))
      end

      def absence(path)
        label = Exposure::Label.brief(path)
        return "no service at #{label.inspect}" unless @bindings.key?(path)

        "#{label} is declared, and this run does not fill it (bind it in the run's block: " \
          "run.bind(#{label.inspect}, object))"
      end

      def exposed_method(service, object, name, target) = exposure_of(object, service).fetch(object, name, target)

      # What the guest is to ask an object that gets a handle.
      def asked(object) = exposure_of(object, service_at(object)).asked(object)

      def exposure_of(object, service)
        return service.exposure(@run, rules) if service

        klass = Runtime.class_of(object)
        @exposures[klass] ||= Exposure.new(klass, rules.for(klass))
      end

      # What is exposed by class in this run; what is said during one is for the next.
      def rules = @rules ||= @exposed.rules

      # The block tells whether the method's signature took the arguments.
      def failed(error, yielder)
        raise @violation if @violation
        raise error if yielder&.ended.equal?(error) || @ended.equal?(error)
        raise error if @handles.exhausted? && error.is_a?(HandlerExhaustedError)

        message = @failures.keep(error)
        return Fault.new("runtime", message, Codec::BLOCK_ERROR) if yielder&.raised.equal?(error)

        Fault.new(error.instance_of?(ArgumentError) && !yield ? "argument" : "runtime", message)
      end
    end
  end
end
