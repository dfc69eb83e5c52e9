# frozen_string_literal: true

module Kobako
  # Why a service call failed, as the guest learns it.
  class Fault
    # What a fault may be.
    KINDS = %w[runtime argument undefined].freeze

    # @return [String] "runtime", "argument" or "undefined"
    attr_reader :kind
    # @return [String]
    attr_reader :message
    # @return [Object, nil] a value that can cross
    attr_reader :details

    # @param kind [String]
    # @param message [String]
    # @param details [Object, nil]
    # @raise [ArgumentError] for another kind
    def initialize(kind, message, details = nil)
      raise ArgumentError, "fault kind #{kind.inspect}, known are #{KINDS.join(", ")}" unless KINDS.include?(kind)

      @kind = kind
      @message = message
      @details = details
      freeze
    end
  end
end
