# frozen_string_literal: true

require "set"
require_relative "exposure/never"
require_relative "exposure/readers"
require_relative "exposure/application"
require_relative "exposure/origin"
require_relative "exposure/refusal"
require_relative "exposure/ruby_methods"
require_relative "exposure/bounds"
require_relative "exposure/exposed_method"
require_relative "exposure/asked"

module Kobako
  # Which methods of the objects of one class a guest reaches: default-deny.
  #
  # Without `only:` and `respond_to_guest?`, that is what the application itself wrote and the
  # {Readers} of Ruby's own classes. Everything is looked up with Module's own methods on the object's real class,
  # so that no object can lie about itself, and no text of the guest becomes a Symbol.
  class Exposure # rubocop:disable Metrics/ClassLength
    PUBLIC_METHOD = Module.instance_method(:public_instance_method)
    PUBLIC_METHODS = Module.instance_method(:public_instance_methods)
    INSTANCE_METHOD = Module.instance_method(:instance_method)
    BELOW = Module.instance_method(:<=)
    private_constant :PUBLIC_METHOD, :PUBLIC_METHODS, :INSTANCE_METHOD, :BELOW

    # The classes that carry values and whose objects are named by value; never a request's target.
    BY_VALUE = [NilClass, TrueClass, FalseClass, Integer, Float, String, Symbol, Array, Hash].freeze
    private_constant :BY_VALUE

    class << self
      # Checks the names of an `only:`.
      #
      # @param object [BasicObject]
      # @param names [Array<Symbol, String>]
      # @param path [String] the service's path, for messages
      # @return [Set<String>]
      # @raise [ArgumentError] for a name that the object does not have, or that is never exposed
      def only(object, names, path)
        listed = Set.new(Array(names).map { |name| only_name(name, path) }).freeze
        exposure = new(Runtime.class_of(object), only: listed)
        exposure.only.each { |name| exposure.check(name, path) }
      end

      private

      def only_name(name, path)
        return name.to_s.dup.freeze if name.is_a?(Symbol) || name.is_a?(String)

        raise ArgumentError, "only: for #{path} holds #{name.inspect}, expected names of methods (Symbols)"
      end
    end

    # @return [Class] the class of the objects that this is about
    attr_reader :klass
    # @return [Set<String>, nil] the names of `only:`
    attr_reader :only

    # @param klass [Class] as {Runtime.class_of} gives it
    # @param only [Set<String>, nil] names; nil for the default
    def initialize(klass, only: nil)
      @klass = klass
      @only = only
      @methods = {}
      @by_value = BY_VALUE.any? { |by_value| BELOW.bind_call(klass, by_value) }
      review
    end

    # Looks again at what the class answers itself and at what is a gem; to be called once in each invocation.
    def review
      knowledge = Application.knowledge
      @methods.clear unless knowledge.equal?(@knowledge)
      @asked = nil
      @knowledge = knowledge
      @asks = only.nil? && Origin.defines?(klass, :respond_to_guest?)
      self
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
      exposed = resolve(object, name, target) unless exposed && current?(exposed)
      raise Refusal.of(:unasked, target, name) if @asks && !answers?(object, exposed.name)

      exposed
    end

    # @param object [BasicObject] of this class
    # @return [Array<String>] what a guest reaches, in order
    def names(object)
      PUBLIC_METHODS.bind_call(klass, true).map(&:name).select do |name|
        unbound = lookup(name)
        unbound && refusal(object, unbound, name).nil? && (!@asks || answers?(object, unbound.name))
      end.sort
    end

    # @param object [BasicObject] of this class
    # @return [Integer] which of {Asked::NAMES} a guest is to ask it, a bit each
    def asked(object)
      return Asked::ALL if @asks

      @asked ||= only ? Asked.bits { |name| only.include?(name) } : Asked.written(klass) { |name| open?(object, name) }
    end

    # @raise [ArgumentError] when `only:` must not list this name
    def check(name, path)
      unbound = lookup(name)
      raise ArgumentError, "only: lists #{name.inspect}, which #{path} has no public method for" unless unbound
      return unless never?(unbound, name) && !Origin.application?(unbound)

      raise ArgumentError, "only: lists #{name.inspect} for #{path}, which is never exposed to a guest " \
                           "(write a method of another name that does what the guest needs)"
    end

    private

    def resolve(object, name, target)
      @methods.delete(name)
      raise Refusal.of(:never, target, name) if never_named?(name)

      unbound = lookup(name) or raise Refusal.missing(target, name, names(object))
      reason = refusal(object, unbound, name)
      raise Refusal.of(reason, target, name) if reason

      @methods[unbound.name.name] =
        ExposedMethod.new(unbound, bounds(unbound, name), guarded: RubyMethods.guarded?(unbound))
    end

    # nil when the guest may call it, :never, :unlisted or :default when not.
    def refusal(object, unbound, name)
      return listed(unbound, name) if only
      return :never if never?(unbound, name)
      return nil if @asks || (!closed? && default?(object, unbound, name))

      :default
    end

    # Every object's own are not looked at further.
    def open?(object, name)
      unbound = lookup(name)
      unbound && !unbound.owner.equal?(Kernel) ? refusal(object, unbound, name).nil? : false
    end

    def listed(unbound, name)
      return :unlisted unless only.include?(name)

      :never if never?(unbound, name) && !Origin.application?(unbound)
    end

    # Whether the application brought the method along, or it is one of the Readers. Writers of a Struct need `only:`.
    def default?(object, unbound, name)
      Origin.application?(unbound) || Origin.member?(klass, object, unbound) || Readers.row(klass, unbound, name)
    end

    def closed? = @by_value || Origin.defines?(klass, :method_missing)

    def never_named?(name) = NEVER.include?(name) && !only&.include?(name)

    # By its name, or by the name that it had before somebody gave it another.
    def never?(unbound, name)
      return true if NEVER.include?(name)

      (NEVER.include?(unbound.original_name.name) || RubyMethods.never?(unbound)) && !Origin.application?(unbound)
    end

    def current?(exposed)
      PUBLIC_METHOD.bind_call(klass, exposed.name) == exposed.unbound
    rescue NameError
      false
    end

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
