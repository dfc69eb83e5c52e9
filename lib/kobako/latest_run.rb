# frozen_string_literal: true

module Kobako
  # What the run left that ended last on the calling thread; if that thread ran none, the last of all.
  module LatestRun
    # @return [String] its standard output, "" before the first; UTF-8, or binary if the bytes are not valid UTF-8
    def stdout = @runtime.latest&.stdout || +""

    # @return [String] its standard error, like {#stdout}
    def stderr = @runtime.latest&.stderr || +""

    # @return [Boolean] whether its standard output was cut at stdout_limit
    def stdout_truncated? = @runtime.latest&.stdout_truncated? || false

    # @return [Boolean] whether its standard error was cut at stderr_limit
    def stderr_truncated? = @runtime.latest&.stderr_truncated? || false

    # @return [Usage] what it cost, {Usage::EMPTY} before the first
    def usage = @runtime.usage
  end
end
