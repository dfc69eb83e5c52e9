# frozen_string_literal: true

module Kobako
  module Transport
    # A request that is answered with a fault before any method of the application ran.
    class Rejection < StandardError
      # @return [String] "runtime", "argument" or "undefined"
      attr_reader :kind
      # @return [Symbol, nil] what the guest is to do instead
      attr_reader :details

      # @param kind [String]
      # @param message [String] for the guest to read
      # @param details [Symbol, nil]
      def initialize(kind, message, details: nil)
        super(message)
        @kind = kind
        @details = details
      end

      # @param _name [String] of the method that the guest called
      # @return [Fault] the answer
      def fault(_name) = Fault.new(kind, message, details)
    end

    # A method that a guest must not call.
    class Unexposed < Rejection
      # @param message [String] for the guest to read
      # @param details [Symbol, nil]
      def initialize(message, details: nil) = super("runtime", message, details:)

      # @param name [String]
      # @return [Fault] which lets the guest go on where it asked what every object is asked
      def fault(name)
        asked = Exposure::Asked::NAMES.include?(name)
        Fault.new(kind, message, asked ? Exposure::Asked::UNEXPOSED : details)
      end
    end

    # A value of the guest that the host does not make.
    class RefusedValue < Rejection
      # @param message [String] for the guest to read
      def initialize(message) = super("argument", message)
    end

    # One whose making would cost the host more than its size allows.
    class CostlyValue < RefusedValue; end
  end
end
