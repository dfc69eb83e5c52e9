# frozen_string_literal: true

require "set"

module Kobako
  class Exposure
    # The methods that the host listed: those of one service where it is bound, or those of the objects of a class
    # by `expose`.
    class Rule
      EACH = "each"
      private_constant :EACH

      # @return [Set<String>] the names of methods
      attr_reader :names

      # @param names [Array<Symbol, String>]
      # @param subject [String] the service's path, or the class's name
      # @param bound [Boolean] whether they are those of a service
      # @param enumerable [Boolean] whether the objects are enumerable in the guest; that exposes `each`, too
      # @raise [ArgumentError] when one of the names is no name
      def initialize(names, subject, bound: false, enumerable: false)
        listed = Array(names).map { |name| text(name, subject) }
        listed << EACH if enumerable
        @names = Set.new(listed).freeze
        @subject = subject
        @bound = bound
        @enumerable = enumerable ? true : false
        freeze
      end

      # @param object [BasicObject] to bind
      # @param names [Array<Symbol, String>]
      # @param path [String] the service's
      # @return [Rule]
      # @raise [ArgumentError] for a name that the object does not answer, or that is never exposed
      def self.bound(object, names, path)
        rule = new(names, path, bound: true)
        exposure = Exposure.new(Runtime.class_of(object), rule)
        rule.names.each { |name| exposure.check(name, path) { |symbol| exposure.responds?(object, symbol) } }
        rule
      end

      # @param mod [Module] whose objects it is about
      # @param names [Array<Symbol, String>]
      # @param enumerable [Boolean]
      # @return [Rule]
      # @raise [ArgumentError] for a name that the objects do not have, or that is never exposed
      def self.exposed(mod, names, enumerable: false)
        name = Label.class_name(mod)
        rule = new(names, name, enumerable:)
        exposure = Exposure.new(mod, rule)
        rule.names.each { |listed| exposure.check(listed, name) { true } }
        rule
      end

      # @param target [String, BasicObject] a service's path, or the object behind a handle
      # @return [String] where the names are listed
      def place(target)
        return "of expose(#{@subject})" unless @bound

        "where #{String === target ? "the service" : @subject} is bound" # rubocop:disable Style/CaseEquality
      end

      # @param name [String]
      # @return [Boolean] whether it is listed
      def include?(name) = @names.include?(name)

      # @return [Boolean] whether the objects are enumerable in the guest, whatever their class includes
      def enumerable? = @enumerable

      private

      def text(name, subject)
        return name.to_s.dup.freeze if name.is_a?(Symbol) || name.is_a?(String)

        raise ArgumentError, "only: for #{subject} holds #{name.inspect}, expected names of methods (Symbols)"
      end
    end
  end
end
