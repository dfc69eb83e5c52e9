# frozen_string_literal: true

require_relative "transport/service"

module Kobako
  # A module of the guest whose constants are services.
  #
  # @example
  #   sandbox.define(:KV).bind(:Lookup, ->(key) { table[key] })
  #   sandbox.eval("KV::Lookup.call('k')")
  class Namespace
    # @return [String]
    attr_reader :name
    # @return [Hash{String => Transport::Service}] by path
    attr_reader :services

    private_class_method :new

    # Binds a host object. A guest reaches what the application wrote in Ruby, but for writers, and a few readers of
    # Ruby's own classes, unless `only:` lists methods, {Sandbox#expose} says it of the object's class, or the object
    # answers `respond_to_guest?(name)`.
    #
    # @param member [Symbol, String] a constant's name
    # @param object [BasicObject]
    # @param only [Array<Symbol>, nil] the public methods that a guest may call, and no other; also names that the
    #   object answers by `method_missing`, if it says so by `respond_to?`. With `each`, an Enumerable is enumerable.
    # @return [self]
    # @raise [ArgumentError] for another name, a taken one, an `only:` that the object does not have or that is
    #   never exposed, or once the sandbox is sealed
    def bind(member, object, only: nil)
      member = Catalog::Namespaces.constant_name(member, "member")
      path = "#{name}::#{member}".freeze
      sealed(path) if frozen?
      raise ArgumentError, "#{path} is bound already (bind the object under another name)" if services.key?(path)

      services[path] = Transport::Service.new(path, object, only:)
      self
    end

    # @return [Array<String>] the names that are bound
    def members = services.keys.map { |path| path.delete_prefix("#{name}::") }

    # Ends binding.
    def freeze
      services.freeze
      super
    end

    # @return [String]
    def inspect = "#<#{self.class} #{name}: #{members.join(", ")}>"

    private

    def initialize(name)
      @name = name
      @services = {}
    end

    def sealed(path)
      raise ArgumentError, "the sandbox is sealed by its first invocation, so #{path} cannot be bound " \
                           "(bind it before, or make another Sandbox)"
    end
  end
end
