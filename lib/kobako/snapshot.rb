# frozen_string_literal: true

module Kobako
  # What one invocation left behind. Native, frozen; made by {Runtime}.
  class Snapshot
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
