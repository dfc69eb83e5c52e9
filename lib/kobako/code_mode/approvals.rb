# frozen_string_literal: true

module Kobako
  class CodeMode
    # Which calls of tools need an approval.
    #
    # @api private
    class Approvals
      # The rule of all methods of an object.
      ALL = ""
      METHOD = Module.instance_method(:public_instance_method)
      ENUMERABLE = Enumerable.public_instance_methods.map(&:name).freeze
      private_constant :ALL, :METHOD, :ENUMERABLE

      # @param rules [Hash{String => Symbol, #call}] by path, and by path and method
      # @param sandbox [Sandbox] that has them
      # @raise [ArgumentError] for another rule
      def initialize(rules, sandbox)
        @rules = {}.compare_by_identity
        @bindings = sandbox.link.bindings
        rules.each { |subject, rule| add(subject, rule) }
      end

      # @param service [Transport::Service]
      # @param name [String] of a method
      # @return [Symbol, #call, nil]
      def rule(service, name)
        rules = @rules[service.object]
        rules && (rules[name] || (rules[ALL] unless elements?(service, name)))
      end

      private

      # Whether it is one of Enumerable's, which the guest has by `each`.
      def elements?(service, name)
        ENUMERABLE.include?(name) && !@bindings.exposure(service).names(service.object).include?(name)
      end

      def add(subject, rule)
        unless rule == :ask || rule.respond_to?(:call)
          raise ArgumentError, "approve: has #{rule.inspect} for #{subject}, expected :ask or a lambda, which " \
                               "gives true, false, a reason to deny, or :ask"
        end

        path, name = subject.split(".", 2)
        service = @bindings.to_h.fetch(path)
        raise ArgumentError, "approve: has #{subject}, which is data that nobody calls" unless
          service.is_a?(Transport::Service)

        rules = @rules[service.object] ||= {}
        names(service, name).each { |each| rules[each] = rule }
      end

      # The method by each of its names; a lambda is called by many.
      def names(service, name)
        exposure = @bindings.exposure(service)
        return [ALL] if name.nil? || [Proc, Method].include?(exposure.klass)

        method = method(exposure.klass, name)
        return [name] unless method

        exposure.names(service.object).select do |other|
          found = method(exposure.klass, other)
          found && found.owner == method.owner && found.original_name == method.original_name
        end
      end

      def method(klass, name)
        METHOD.bind_call(klass, name)
      rescue NameError
        nil
      end
    end
  end
end
