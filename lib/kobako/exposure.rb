# frozen_string_literal: true

require_relative "exposure/never"
require_relative "exposure/readers"
require_relative "exposure/application"
require_relative "exposure/origin"
require_relative "exposure/refusal"
require_relative "exposure/ruby_methods"
require_relative "exposure/bounds"
require_relative "exposure/exposed_method"
require_relative "exposure/dynamic_names"
require_relative "exposure/rule"
require_relative "exposure/rules"
require_relative "exposure/asked"

module Kobako
  # Which methods of the objects of one class a guest reaches: default-deny.
  #
  # Without a {Rule} and `respond_to_guest?`, that is what the application itself wrote, but for writers, and the
  # {Readers} of Ruby's own classes. Everything is looked up with Module's own methods on the object's real class,
  # so that no object can lie about itself, and no text of the guest becomes a Symbol.
  class Exposure # rubocop:disable Metrics/ClassLength
    include DynamicNames

    PUBLIC_METHOD = Module.instance_method(:public_instance_method)
    PUBLIC_METHODS = Module.instance_method(:public_instance_methods)
    INSTANCE_METHOD = Module.instance_method(:instance_method)
    BELOW = Module.instance_method(:<=)
    private_constant :PUBLIC_METHOD, :PUBLIC_METHODS, :INSTANCE_METHOD, :BELOW

    # The classes that carry values and whose objects are named by value; never a request's target.
    BY_VALUE = [NilClass, TrueClass, FalseClass, Integer, Float, String, Symbol, Array, Hash].freeze
    # They end as writers do.
    COMPARISONS = %w[== === != <= >=].freeze
    private_constant :COMPARISONS

    # @return [Class] the class of the objects that this is about
    attr_reader :klass
    # @return [Rule, nil] the names that the host listed
    attr_reader :rule

    # @param klass [Class] as {Runtime.class_of} gives it
    # @param rule [Rule, nil] nil for the default
    def initialize(klass, rule = nil)
      @klass = klass
      @rule = rule
      @methods = {}
      @by_value = BY_VALUE.any? { |by_value| BELOW.bind_call(klass, by_value) }
      @knowledge = Application.knowledge
      @asks = asks?
    end

    # To be asked once in each invocation: the class may have changed, and so may what is a gem.
    #
    # @param klass [Class]
    # @param rule [Rule, nil]
    # @return [Boolean] whether another exposure of these would say the same
    def current?(klass, rule)
      @klass.equal?(klass) && @rule.equal?(rule) && @knowledge.equal?(Application.knowledge) && @asks == asks?
    end

    # The method to call: the very object that was checked.
    #
    # @param object [BasicObject] of this class
    # @param name [String] the guest's text
    # @param target [String, BasicObject] a service's path, or the object behind a handle
    # @return [ExposedMethod]
    # @raise [Transport::Rejection] when a guest must not call it
    def fetch(object, name, target)
      exposed = @methods[name]
      exposed = resolve(object, name, target) unless exposed&.current?(self, object)
      refuse(:unasked, object, name, target) if @asks && !answers?(object, exposed.name)

      exposed
    end

    # @param object [BasicObject] of this class
    # @return [Array<String>] what a guest reaches, in order
    def names(object)
      candidates = rule ? rule.names.to_a : PUBLIC_METHODS.bind_call(klass, true).map(&:name)
      candidates.select { |name| open?(object, name) }.sort
    end

    # @param object [BasicObject] of this class
    # @return [Integer] which of {Asked::NAMES} a guest is to ask it, a bit each
    def asked(object)
      return Asked::ALL if @asks

      @asked ||= if rule
                   Asked.bits { |name| rule.include?(name) }
                 else
                   Asked.written(klass) { |name| written?(object, name) }
                 end
    end

    # @param name [String] that the rule lists
    # @param subject [String] a service's path, or a class's name
    # @yieldparam symbol [Symbol] that no method has
    # @yieldreturn [Boolean] whether `method_missing` answers it
    # @raise [ArgumentError] when a rule must not list it
    def check(name, subject)
      unbound = lookup(name)
      if unbound ? barred?(unbound, name) : never_dynamic?(name) && dynamic?
        raise ArgumentError, "only: lists #{name.inspect} for #{subject}, which is never exposed to a guest " \
                             "(write a method of another name that does what the guest needs)"
      end
      return if unbound || (dynamic? && !hidden?(name) && yield(name.to_sym))

      raise ArgumentError, "only: lists #{name.inspect}, which #{subject} has no public method for " \
                           "(list methods that its objects answer, or leave it out)"
    end

    # @param object [BasicObject] of this class
    # @return [Boolean] whether the guest runs Enumerable's methods over its `each`
    def elements?(object) = enumerable? && open?(object, "each")

    private

    def resolve(object, name, target)
      @methods.delete(name)
      refuse(:never, object, name, target) if never_named?(name)

      exposed = (unbound = lookup(name)) ? method_of(object, unbound, name, target) : dynamic(object, name, target)
      @methods[exposed.name.name] = exposed
    end

    def method_of(object, unbound, name, target)
      reason = refusal(object, unbound, name)
      refuse(reason, object, name, target) if reason

      ExposedMethod.new(unbound, bounds(unbound, name), guarded: RubyMethods.guarded?(unbound), each: each?(name))
    end

    def refuse(reason, object, name, target) = raise(Refusal.of(reason, self, target, name, details(object)))

    def details(object) = elements?(object) ? Codec::ENUMERABLE : nil

    def open?(object, name)
      return false if never_named?(name)

      unbound = lookup(name)
      return dynamic_open?(object, name) unless unbound

      refusal(object, unbound, name).nil? && (!@asks || answers?(object, unbound.name))
    end

    # nil when the guest may call it; :never, :unlisted, :writer or :default when not.
    def refusal(object, unbound, name)
      return listed(unbound, name) if rule
      return :never if never?(unbound, name)
      return nil if @asks || StandIns.method?(unbound)
      return :writer if writer?(name) && Origin.application?(unbound)

      :default if closed? || !default?(object, unbound, name)
    end

    # Every object's own are not looked at further.
    def written?(object, name)
      unbound = lookup(name)
      unbound && !unbound.owner.equal?(Kernel) ? refusal(object, unbound, name).nil? : false
    end

    def listed(unbound, name)
      return :unlisted unless rule.include?(name)

      :never if barred?(unbound, name)
    end

    # Whether the application brought the method along, or it is one of the Readers.
    def default?(object, unbound, name)
      Origin.application?(unbound) || Origin.member?(klass, object, unbound) || Readers.row(klass, unbound, name)
    end

    def writer?(name) = name.end_with?("=") && !COMPARISONS.include?(name)

    def closed? = @by_value || method_missing?

    def asks? = rule.nil? && Origin.defines?(klass, :respond_to_guest?)

    def each?(name) = name == "each" && enumerable?

    def enumerable? = rule&.enumerable? || BELOW.bind_call(klass, Enumerable)

    def never_named?(name) = NEVER.include?(name) && !rule&.include?(name)

    # By its name, or by the name that it had before somebody gave it another.
    def never?(unbound, name)
      return true if NEVER.include?(name)

      (NEVER.include?(unbound.original_name.name) || RubyMethods.never?(unbound)) && !Origin.application?(unbound)
    end

    def barred?(unbound, name) = never?(unbound, name) && !Origin.application?(unbound)

    def lookup(name)
      PUBLIC_METHOD.bind_call(klass, name)
    rescue NameError, EncodingError
      nil
    end

    def answers?(object, name)
      INSTANCE_METHOD.bind_call(klass, :respond_to_guest?).bind_call(object, name)
    end

    def bounds(unbound, name)
      row = Readers.row(klass, unbound, name)
      row && Bounds.for(row, name)
    end
  end
end
