# frozen_string_literal: true

module Kobako
  module RSpec
    # A message for a double that has no stub of it: null objects answer it, others raise.
    #
    # @api private
    class AnyMessage < Exposure::ExposedMethod
      METHOD = Module.instance_method(:instance_method)
      private_constant :METHOD

      # @param klass [Class] of the double
      # @param name [String]
      def initialize(klass, name)
        super(METHOD.bind_call(klass, :method_missing))
        @name = name.to_sym
      end

      def call(object, arguments, keywords, &) = super(object, [@name, *arguments], keywords, &)

      # Only the double knows.
      def keywords?(_object) = true

      # What a verifying double raises is about the signature.
      def takes?(_object, _arguments, _keywords) = false
    end
  end
end
