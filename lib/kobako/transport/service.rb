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

      # @return [Exposure] of the object as it is now; made again when its class is another than before
      def exposure(invocation)
        klass = Runtime.class_of(@object)
        if !klass.equal?(@klass)
          @exposure = Exposure.new(@klass = klass, only: @only)
        elsif !invocation.equal?(@reviewed)
          @exposure.review
        end
        @reviewed = invocation
        @exposure
      end
    end
  end
end
