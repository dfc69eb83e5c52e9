# frozen_string_literal: true

module Kobako
  # A module of the guest whose constants are services.
  #
  # @example
  #   sandbox.define(:KV).bind(:Lookup, ->(key) { table[key] })
  #   sandbox.eval("KV::Lookup.call('k')")
  class Namespace
    # @return [String]
    attr_reader :name

    private_class_method :new

    # Binds a host object, as {Sandbox#bind} does at "Name::Member".
    #
    # @param member [Symbol, String] a constant's name
    # @param object [BasicObject]
    # @param only [Array<Symbol>, nil] the public methods that a guest may call, and no other; also names that the
    #   object answers by `method_missing`, if it says so by `respond_to?`. With `each`, an Enumerable is enumerable.
    # @param max_calls [Integer, nil] as of {Sandbox#bind}
    # @param replay [:again, nil] as of {Sandbox#bind}
    # @return [self]
    # @raise [ArgumentError] for another name, a taken one, an `only:` that the object does not have or that is
    #   never exposed, or once the sandbox is sealed
    def bind(member, object, only: nil, max_calls: nil, replay: nil)
      @bindings.bind("#{name}::#{Catalog::Name.constant(member, "member")}", object, only:, max_calls:, replay:)
      self
    end

    # @return [Array<String>] the names that are bound
    def members = @bindings.members(name)

    # @return [String]
    def inspect = "#<#{self.class} #{name}: #{members.join(", ")}>"

    private

    def initialize(name, bindings)
      @name = name
      @bindings = bindings
    end
  end
end
