# frozen_string_literal: true

module Kobako
  # What one invocation left behind. Native, frozen; made by {Runtime}.
  class Snapshot
    # @!method outcome
    #   @return [String, nil] tag byte and payload; nil when the invocation was stopped, or its
    #     value was taken

    # @!method value?
    #   @return [Boolean] whether the guest ended with a value that was not taken yet

    # @!method value
    #   Takes the value: it and the outcome are there once.
    #   @return [Object, nil] that value, nil without one
    #   @raise [Codec::Error] when its bytes do not decode

    # @!method stdout
    #   @return [String] binary bytes

    # @!method stderr
    #   @return [String] binary bytes

    # @!method stdout_truncated?
    #   @return [Boolean]

    # @!method stderr_truncated?
    #   @return [Boolean]

    # @!method wall_time
    #   @return [Float] seconds

    # @!method memory_peak
    #   @return [Integer] bytes
  end
end
