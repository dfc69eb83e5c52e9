# frozen_string_literal: true

require_relative "../exposure"

module Kobako
  module Transport
    # A host object at its path, with the methods of it that a guest reaches.
    class Service
      # What one run found. It is assigned as a whole, as several threads may look, and holds nothing of the run.
      Found = Struct.new(:klass, :run, :rules, :exposure)
      private_constant :Found

      # @return [String] such as "Store::Db"
      attr_reader :path
      # @return [BasicObject]
      attr_reader :object

      # @param path [String]
      # @param object [BasicObject]
      # @param only [Array<Symbol>, nil]
      # @raise [ArgumentError] when `only:` lists what cannot be exposed
      def initialize(path, object, only: nil)
        @path = path
        @object = object
        @rule = only && Exposure::Rule.bound(object, only, path)
      end

      # @param run [Object] another one for each run, in which the class of the object is looked at again
      # @param rules [Exposure::Rules] for a service without an `only:` of its own
      # @return [Exposure] of the object as it is now
      def exposure(run, rules = Exposure::Rules::NONE)
        klass = Runtime.class_of(@object)
        found = @found
        return found.exposure if found && found.klass.equal?(klass) && found.run.equal?(run) &&
                                 found.rules.equal?(rules)

        rule = @rule || rules.for(klass)
        exposure = found&.exposure
        exposure = Exposure.new(klass, rule) unless exposure&.current?(klass, rule)
        @found = Found.new(klass, run, rules, exposure)
        exposure
      end
    end
  end
end
