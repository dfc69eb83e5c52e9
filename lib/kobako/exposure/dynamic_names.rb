# frozen_string_literal: true

require_relative "dynamic_method"

module Kobako
  class Exposure
    # What an exposure does about names that no method has, and that `method_missing` answers.
    module DynamicNames
      INSTANCE_METHOD = Module.instance_method(:instance_method)
      private_constant :INSTANCE_METHOD

      # Asked in the object's own words, as its `method_missing` is, too.
      #
      # @param object [BasicObject] of this class
      # @param name [Symbol] of the host
      # @return [Boolean] whether it says that it answers this to everybody
      def responds?(object, name)
        question = instance_method(:respond_to?)
        !question.nil? && (question.bind_call(object, name) ? true : false)
      end

      # @return [Boolean] whether the object may answer names that are no methods
      def method_missing? = Origin.defines?(klass, :method_missing)

      private

      # What `method_missing` answers, if it is listed. Only such a name becomes a Symbol: it was one of the host's.
      def dynamic(object, name, target)
        return DynamicMethod.new(klass, name.to_sym, each: each?(name)) if dynamic_open?(object, name)

        stand_in = StandIns.message(klass, name) unless rule
        stand_in || raise(Refusal.missing(self, target, name, names(object), details(object)))
      end

      def dynamic_open?(object, name)
        return false unless rule&.include?(name) && !never_dynamic?(name) && method_missing?

        responds?(object, name.to_sym)
      end

      # Whether objects of this class or of its subclasses may answer names that are no methods.
      def dynamic? = method_missing? || Origin.defines?(klass, :respond_to_missing?)

      # Nobody can say whose the method is that `method_missing` goes on to.
      def never_dynamic?(name) = NEVER.include?(name) || RubyMethods::NEVER.include?(name)

      # Whether it is a private or protected method, and not one that every object has.
      def hidden?(name)
        method = instance_method(name)
        !method.nil? && !Origin.common?(method.owner)
      end

      def instance_method(name)
        INSTANCE_METHOD.bind_call(klass, name)
      rescue NameError, EncodingError
        nil
      end
    end
  end
end
