# frozen_string_literal: true

require_relative "unhurried"

# Scripts that end badly, in a sandbox that must work afterwards.
module Scripts
  include Unhurried

  def self.included(group) = group.extend(Tables)

  # For the groups themselves.
  module Tables
    # An example for each of these scripts, by the name that it has here. The block gets the error and the name.
    #
    # @param scripts [Hash{String => String}]
    # @param left [Proc] gives what the sandbox is to match right after the script, before it is used again
    def it_ends(scripts, left:, &ending)
      scripts.each do |name, code|
        it(name, caller:) do
          error = failure(code) { expect(sandbox).to instance_exec(&left) }
          instance_exec(error, name, &ending)
        end
      end
    end
  end

  # The error of `code`. The block sees it and what the invocation left, before the sandbox is seen to work again.
  def failure(code, sandbox = self.sandbox)
    sandbox.eval(code)
    raise "nothing was raised"
  rescue Kobako::Error => e
    yield e if block_given?
    e
  ensure
    expect(unhurried(sandbox, "6 * 7")).to eq(42)
  end
end
