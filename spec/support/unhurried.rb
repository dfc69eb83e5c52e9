# frozen_string_literal: true

# Runs that have time however busy the machine is, also in sandboxes with a short timeout.
module Unhurried
  SECONDS = 600

  # @return [Object] what `code` comes to
  def unhurried(sandbox, code) = sandbox.eval(code) { |run| run.timeout = SECONDS }

  # The same in a runtime, of the bytes that it takes.
  def unhurried_in(runtime, code)
    execution = runtime.execution
    execution.timeout = SECONDS
    runtime.eval(code, nil, nil, execution)
  end
end
