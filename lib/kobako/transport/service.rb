# frozen_string_literal: true

require_relative "../call"
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
      # @return [Integer, nil] how often a run may call it, nil for no limit
      attr_reader :max_calls

      # @param path [String]
      # @param object [BasicObject]
      # @param only [Array<Symbol>, nil]
      # @param max_calls [Integer, nil]
      # @param replay [:again, nil]
      # @raise [ArgumentError] when `only:` lists what cannot be exposed, or for another max_calls or replay
      def initialize(path, object, only: nil, max_calls: nil, replay: nil)
        @path = path
        @object = object
        @max_calls = max_calls && Call.limit(max_calls)
        @repeatable = repeatable(replay)
        @rule = only && Exposure::Rule.bound(object, only, path)
      end

      # @return [Boolean] whether its calls may be made again where a journal cannot give what they gave
      def repeatable? = @repeatable

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

      private

      def repeatable(replay)
        return !replay.nil? if [nil, :again].include?(replay)

        raise ArgumentError, "replay is #{replay.inspect}, expected :again for a service whose calls change nothing"
      end
    end
  end
end
