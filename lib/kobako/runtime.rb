# frozen_string_literal: true

module Kobako
  # One wasm file with its limits, ready to run invocations one at a time. Native; made by {Sandbox}.
  class Runtime
    # @!method self.from_path(path, timeout, memory_limit, stdout_limit, stderr_limit)
    #   @param path [String] the guest's wasm file
    #   @param timeout [Float, nil] seconds
    #   @param memory_limit [Integer, nil] bytes
    #   @param stdout_limit [Integer] bytes
    #   @param stderr_limit [Integer] bytes
    #   @return [Runtime]
    #   @raise [ModuleNotBuiltError] when there is no such file
    #   @raise [SetupError] when it is unreadable, not wasm or not a kobako guest

    # @!method self.allocator
    #   @return [Symbol] :pooling, or :on_demand where the address space for the pool could not be reserved

    # @!method eval(preamble, source, snippets)
    #   @param preamble [String] encoded
    #   @param source [String] UTF-8 text
    #   @param snippets [String] encoded
    #   @return [Snapshot]
    #   @raise [TrapError] when the guest was stopped
    #   @raise [Kobako::Error] when an invocation is running already

    # @!method snapshot
    #   @return [Snapshot, nil] of the latest invocation, whatever ended it; nil before the first

    # @!method usage
    #   @return [Usage] of the latest invocation; {Usage::EMPTY} before the first
  end
end
