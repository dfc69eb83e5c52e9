# frozen_string_literal: true

require "support/processes"

# Processes whose threads and fibers have small stacks, in which a sandbox ran.
module SmallStacks
  include Processes

  # What each process begins with.
  PRELUDE = <<~RUBY
    $sandbox = Kobako::Sandbox.new(timeout: 300, memory_limit: 64 << 20)
    $sandbox.define(:Host).bind(:Give, ->(value, &block) { block ? block.call(value) : value })
    def ran = $sandbox.eval("Host::Give.call(1) { |n| n + 1 }")
    def deep(number) = deep(number + 1)
    def overflow
      deep(0)
    rescue SystemStackError => e
      e.message
    end
  RUBY

  SIZES = { "RUBY_THREAD_VM_STACK_SIZE" => "262144", "RUBY_THREAD_MACHINE_STACK_SIZE" => "262144",
            "RUBY_FIBER_MACHINE_STACK_SIZE" => "262144", "RUBY_FIBER_VM_STACK_SIZE" => "262144" }.freeze

  # How code is run there, and how many calls of services within blocks fit.
  PLACES = {
    "on the main thread" => ["proc { |&code| code.call }", 100],
    "on a thread with a stack of 256 KiB" => ["proc { |&code| Thread.new(&code).join }", 50],
    "in a fiber with a stack of 256 KiB" => ["proc { |&code| Fiber.new(&code).resume }", 50]
  }.freeze

  # @return [String] what a process prints for `code`, which `runner` of {PLACES} runs
  def printed_by(runner, code)
    in_process("#{PRELUDE}$stdout.sync = true\n(#{runner}).call do\n#{code}\nend", SIZES)
  end
end
