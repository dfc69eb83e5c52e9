# frozen_string_literal: true

require_relative "../exposure"

module Kobako
  module Catalog
    # What `expose` said in one sandbox, or in the process. Threads may read and add at the same time: an addition
    # replaces the table by another.
    class Exposures
      NAME = Module.instance_method(:name)
      CLASS = Kernel.instance_method(:class)
      private_constant :NAME, :CLASS

      # @return [Hash{Module => Exposure::Rule}] frozen
      attr_reader :table

      def initialize
        @lock = Mutex.new
        @table = {}.compare_by_identity.freeze
      end

      # @param mod [Module]
      # @param names [Array<Symbol, String>]
      # @param enumerable [Boolean]
      # @raise [ArgumentError] for what is no class or module of objects that the guest holds, for names that its
      #   objects do not have or that are never exposed, or when sealed
      def add(mod, names, enumerable: false)
        check(mod)
        rule = Exposure::Rule.exposed(mod, names, enumerable:)
        @lock.synchronize do
          sealed(mod) if @sealed
          @table = others(mod).update(mod => rule).freeze
        end
      end

      # @return [Exposure::Rules] with those of the process as they are now; the same ones until one is added
      def rules
        combined = @combined
        process = PROCESS.table
        return combined.last if combined&.first.equal?(process)

        rules = Exposure::Rules.new(@table, process)
        @combined = [process, rules].freeze if @sealed
        rules
      end

      # @param object [BasicObject] that is bound nowhere, or without `only:`
      # @return [Exposure] of it as it is now
      def exposure_of(object)
        klass = Runtime.class_of(object)
        Exposure.new(klass, rules.for(klass))
      end

      # Ends exposing.
      def seal = @lock.synchronize { @sealed = true }

      private

      # Without what was said of the same class, and of one whose place it took when the application was reloaded.
      def others(mod)
        name = NAME.bind_call(mod)
        @table.reject { |other, _| other.equal?(mod) || (name && NAME.bind_call(other) == name) }
      end

      def check(mod)
        unless Module === mod # rubocop:disable Style/CaseEquality
          raise ArgumentError, "expose takes a class or a module, and got a #{CLASS.bind_call(mod)} (name the class " \
                               "of the objects that a guest is to hold)"
        end
        return unless (reason = unfit(mod))

        raise ArgumentError, "#{NAME.bind_call(mod)} cannot be exposed: #{reason}"
      end

      def unfit(mod)
        if Exposure::BY_VALUE.include?(mod)
          "its objects cross by value, and the guest calls its own methods on them"
        elsif Exposure::Origin.common?(mod)
          "every object is one (expose the classes of the objects that a guest is to hold)"
        elsif !(Class === mod) && Exposure::Application.ruby?(mod) # rubocop:disable Style/CaseEquality
          "Ruby's own classes include it (expose the classes of the objects that a guest is to hold)"
        end
      end

      def sealed(mod)
        raise ArgumentError, "the sandbox is sealed by its first invocation, so #{Exposure::Label.class_name(mod)} " \
                             "cannot be exposed (expose it before, make another Sandbox, or use Kobako.expose)"
      end

      # For all sandboxes.
      PROCESS = new
    end
  end
end
