# frozen_string_literal: true

# Sandboxes whose preload no other example shares, and their invocations with images and without.
module Preloads
  @count = 0
  class << self
    attr_accessor :count
  end

  # @return [Kobako::Sandbox] of which no image exists, with what `prepare` gives it: snippet source, or a
  #   Proc that takes the sandbox
  def fresh(prepare = "", **options)
    code = "# preload #{Preloads.count += 1}"
    sandbox = Kobako::Sandbox.new(memory_limit: 8 << 20, **options).preload(code:, name: :Fresh)
    prepare.is_a?(Proc) ? prepare.call(sandbox) : sandbox.preload(code: prepare, name: :Snippet)
    sandbox
  end

  def preload_of(sandbox) = sandbox.instance_variable_get(:@runtime).preload

  # @param invocation [String, Proc] source, or a Proc that takes the sandbox
  # @return [Array] all that the host sees of it, except for its time
  def seen(sandbox, invocation)
    [ending(sandbox, invocation), sandbox.stdout, sandbox.stderr, sandbox.stdout_truncated?, sandbox.usage.memory_peak]
  end

  # Four invocations with images, which are to look like four without.
  #
  # @return [Array] what was seen, which is the same each time, and how the preload was prepared in the end
  def both_ways(prepare, invocation, timeout: 600)
    images, replays = [true, false].map do |restoring|
      Kobako::Runtime.restoring = restoring
      sandbox = fresh(prepare, timeout:, stdout_limit: 64)
      [Array.new(4) { seen(sandbox, invocation) }, preload_of(sandbox)]
    end
    expect(images[0]).to eq(replays[0])
    expect(images[0].uniq.size).to eq(1)
    [images[0][0], images[1]]
  ensure
    Kobako::Runtime.restoring = true
  end

  private

  def ending(sandbox, invocation)
    [:value, invocation.is_a?(Proc) ? invocation.call(sandbox) : sandbox.eval(invocation)]
  rescue Kobako::SandboxError, Kobako::ServiceError => e
    [e.class, e.message, e.klass, e.origin, e.backtrace_lines, e.details, e.cause&.message]
  rescue Kobako::Error => e
    [e.class, e.message.gsub(/\d+\.\d+ s/, "")]
  end
end
