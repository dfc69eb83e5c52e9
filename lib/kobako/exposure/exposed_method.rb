# frozen_string_literal: true

require_relative "ruby_methods"
require_relative "values"

module Kobako
  class Exposure
    # A method that a guest may call: the UnboundMethod that was checked, and how to call it.
    class ExposedMethod
      CALLABLE_PARAMETERS = { Proc => Proc.instance_method(:parameters),
                              Method => Method.instance_method(:parameters) }.freeze
      LAMBDA = Proc.instance_method(:lambda?)
      KEYWORDS = %i[key keyreq keyrest].freeze
      PUBLIC_METHOD = Module.instance_method(:public_instance_method)
      private_constant :CALLABLE_PARAMETERS, :LAMBDA, :KEYWORDS, :PUBLIC_METHOD

      # @return [Symbol]
      attr_reader :name
      # @return [UnboundMethod]
      attr_reader :unbound

      # @param unbound [UnboundMethod]
      # @param bounds [#call, nil] calls the method within bounds
      # @param guarded [Boolean] whether the guest passes values alone, and no host objects
      # @param each [Boolean] whether the guest enumerates by it, so that it is called with a block alone
      def initialize(unbound, bounds = nil, guarded: false, each: false)
        @guarded = guarded
        @guarded_block = guarded && RubyMethods.guarded_block?(unbound)
        @takes_block_value = guarded && RubyMethods.takes_block_value?(unbound)
        @name = unbound.name
        @unbound = unbound
        @bounds = bounds
        @each = each
      end

      # @param exposure [Exposure] that made it
      # @param _object [BasicObject]
      # @return [Boolean] whether the object still has the very method that was checked
      def current?(exposure, _object)
        PUBLIC_METHOD.bind_call(exposure.klass, @name) == @unbound
      rescue NameError
        false
      end

      # Calls the very method that was checked.
      #
      # @raise [Transport::Rejection] when an argument is or holds a host object that the method would run code of
      def call(object, arguments, keywords, &)
        check_values(arguments, keywords) if @guarded && !(arguments.empty? && keywords.empty?)
        needs_block if @each && !block_given?
        return @unbound.bind_call(object, *arguments, &) if keywords.empty? && !@bounds
        return @bounds.call(@unbound, object, arguments, keywords, &) if @bounds

        @unbound.bind_call(object, *arguments, **keywords, &)
      end

      # Calls it with the guest's block, whose `break` ends the method.
      #
      # @param yielder [Yielder]
      def call_with_block(object, arguments, keywords, yielder)
        call(object, arguments, keywords) do |*values|
          value = yielder.call(values)
          break value if yielder.broken?

          next value unless @takes_block_value

          value = GuestValue.value(value)
          check_values(value) if @guarded_block
          value
        end
      end

      # @raise [Transport::Rejection] when the method takes no keywords, or one of them is no Symbol
      def check_keywords(object, keywords, target)
        raise Transport::Rejection.new("argument", "#{Label.of(target)}##{name} takes no keyword arguments") unless
          keywords?(object)
        return unless keywords.any? { |key, _| !(Symbol === key) } # rubocop:disable Style/CaseEquality

        raise Transport::Rejection.new("argument", "a keyword of #{Label.of(target)}##{name} is not a Symbol")
      end

      # @return [Boolean] whether the method takes keyword arguments at all
      def keywords?(object)
        asked, answer = @keywords
        return answer if @keywords && asked.equal?(object)

        parameters = parameters(object)
        answer = native?(object, parameters) || parameters.any? { |kind, _| KEYWORDS.include?(kind) }
        # In one step, as several threads may ask.
        @keywords = [object, answer].freeze
        answer
      end

      # @return [Boolean] whether the method's signature takes these arguments, so that an ArgumentError is
      #   from within
      def takes?(object, arguments, keywords)
        parameters = parameters(object)
        return false if native?(object, parameters)
        return true if loose?(object)

        counts = parameters.map(&:first).tally
        counts.default = 0
        positional?(counts, arguments.size) && keywords_fit?(parameters, counts, keywords)
      end

      # @return [Array<Array<Symbol>>] what the method takes, or what the object wraps that it goes on to
      def parameters(object)
        mod = callable(object)
        mod ? CALLABLE_PARAMETERS.fetch(mod).bind_call(object) : @unbound.parameters
      end

      private

      def needs_block
        raise Transport::Rejection.new("argument", "#{name} needs a block", details: Codec::ENUMERABLE)
      end

      def check_values(*values)
        return if Values.only?(values)

        raise Transport::Rejection.new("argument", "#{name} takes no host objects (pass values, such as an id)")
      end

      def positional?(counts, size)
        size >= counts[:req] && (counts[:rest].positive? || size <= counts[:req] + counts[:opt])
      end

      def keywords_fit?(parameters, counts, keywords)
        required = parameters.filter_map { |kind, name| name if kind == :keyreq }
        known = required + parameters.filter_map { |kind, name| name if kind == :key }
        (required - keywords.keys).empty? && (counts[:keyrest].positive? || (keywords.keys - known).empty?)
      end

      # A method of Ruby's own that counts its arguments itself.
      def native?(object, parameters)
        parameters == [[:rest]] && callable(object).nil? && @unbound.source_location.nil?
      end

      def loose?(object) = callable(object) == Proc && !LAMBDA.bind_call(object)

      # Proc or Method when the call goes on to what the object wraps.
      def callable(object)
        CALLABLE_PARAMETERS.keys.find { |mod| mod == @unbound.owner && mod === object } # rubocop:disable Style/CaseEquality
      end
    end
  end
end
