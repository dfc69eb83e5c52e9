# frozen_string_literal: true

require_relative "../exposure"

module Kobako
  module Transport
    # A host object at its path, with the methods of it that a guest reaches.
    class Service
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
        @only = only && Exposure.only(object, only, path)
      end

      # @param execution [Execution, nil] the run that asks; what the class answers is looked at again for each
      # @return [Exposure] of the object as it is now; made again when its class is another than before
      def exposure(execution)
        exposure = @exposure
        klass = Runtime.class_of(@object)
        if exposure.nil? || !klass.equal?(exposure.klass)
          exposure = @exposure = Exposure.new(klass, only: @only)
        elsif !execution.equal?(@reviewed)
          exposure.review
        end
        @reviewed = execution
        exposure
      end
    end
  end
end
