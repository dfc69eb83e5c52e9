# frozen_string_literal: true

# Scripts that end badly, in a sandbox that must work afterwards.
module Scripts
  # The error of `code`. The block sees it and what the invocation left, before the sandbox is seen to work again.
  def failure(code, sandbox = self.sandbox)
    sandbox.eval(code)
    raise "nothing was raised"
  rescue Kobako::Error => e
    yield e if block_given?
    e
  ensure
    expect(sandbox.eval("6 * 7")).to eq(42)
  end
end
