# frozen_string_literal: true

require_relative "exposed_method"

module Kobako
  class Exposure
    # A name that the host listed and that the object answers by `method_missing`.
    class DynamicMethod < ExposedMethod
      PUBLIC = Module.instance_method(:public_method_defined?)
      MISSING = Module.instance_method(:instance_method)
      private_constant :PUBLIC, :MISSING

      # @param klass [Class] that has a `method_missing`
      # @param name [Symbol] of the host
      def initialize(klass, name, each: false)
        unbound = MISSING.bind_call(klass, :method_missing)
        super(unbound, guarded: RubyMethods.guarded?(unbound), each:)
        @name = name
      end

      # @param exposure [Exposure] that made it
      # @param object [BasicObject]
      # @return [Boolean] whether the object still answers it, and has no method of that name
      def current?(exposure, object)
        klass = exposure.klass
        !PUBLIC.bind_call(klass, @name) && MISSING.bind_call(klass, :method_missing) == @unbound &&
          exposure.responds?(object, @name)
      end

      # @return [Object] what `method_missing` gives
      def call(object, arguments, keywords, &) = super(object, [@name, *arguments], keywords, &)

      # Only what answers it knows.
      def keywords?(_object) = true

      # An ArgumentError may be from any method that it goes on to.
      def takes?(_object, _arguments, _keywords) = false
    end
  end
end
