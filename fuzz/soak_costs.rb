# frozen_string_literal: true

# Scenarios of a soak in which a guest, or the host around it, goes to the limits of what values, stacks and
# messages may cost. Part of SoakScenarios.
module SoakCosts
  WEIGHTS = { costly_keys: 4, many_keys: 3, foreign_keys: 4, deep_blocks: 3, full_stack: 1, ruby_words: 4,
              looked_at: 2 }.freeze
  KEYS_IN_KEYS = "k = [[0] * 30] * 500; 110.times { k = { k => 1 } }; k"

  private

  def costly_keys
    hash = guest("h = {}.compare_by_identity; 500.times { |i| h[0.0 / 0] = i }; h")
    same([500, true, 124_750], [hash.size, hash.compare_by_identity?, hash.values.sum])
    fails(:costly_key, Kobako::Transport::Error) { |sandbox| sandbox.eval(KEYS_IN_KEYS) }
    same("argument", guest("begin; Host::Echo.call((#{KEYS_IN_KEYS})); rescue => e; 'argument'; end"))
  end

  def many_keys
    count = 1 + (number % 5_000)
    hash = guest("h = {}; #{count}.times { |i| h[i] = [i, i.to_s] }; h")
    same([count, count - 1, [count - 1, (count - 1).to_s]], [hash.size, *hash.to_a.last])
    same({ [1, 2] => 1, [1.0] => 2 }, guest("Host::Echo.call({ [1, 2] => 1, [1.0] => 2 })")[0][0])
  end

  def foreign_keys
    a = number
    hash = guest("n = Host::Struct.call(#{a}); { n => 1, [n] => 2 }")
    same([true, 2, a], [hash.compare_by_identity?, hash.size, hash.keys[0].a])
  end

  # Blocks of services within blocks, on a stack of any kind: a value or an error of the guest, never the host's.
  def deep_blocks
    depth = 5 + (number % 130)
    code = "def d(n) = n == 0 ? :bottom : Host::Root.map([n]) { d(n - 1) }[0]\nd(#{depth})"
    sandbox = kept
    @tally[:invocations] += 1
    injected(:deep_blocks)
    run = [-> { sandbox.eval(code) }, -> { quiet_thread { sandbox.eval(code) }.value },
           -> { Fiber.new { sandbox.eval(code) }.resume }][@random.rand(3)]
    begin
      same(:bottom, run.call)
    rescue Kobako::TrapError, Kobako::SandboxError => e
      raise e unless e.message.match?(/stack|nest/)
    end
    usable(sandbox)
  end

  # The host's own recursion ends somewhere within the sandbox.
  def full_stack
    sandbox = kept
    injected(:full_stack)
    quiet_thread { recurse(sandbox) }.join
  rescue SystemStackError, Kobako::TrapError
    usable(sandbox)
  else
    raise self.class::Wrong, "a stack has no end"
  end

  def recurse(sandbox)
    sandbox.eval("Host::Echo.call(1)")
    [1].each { [1].sort_by { recurse(sandbox) } }
  end

  def ruby_words
    same("NoMethodError: undefined method 'missing' for an instance of SoakScenarios::Host",
         guest("begin; Host::Wrong.call(Host::Root.child('a')); rescue => e; e.message; end"))
  end

  def looked_at
    sandbox = kept
    done = false
    reader = Thread.new { [sandbox.usage, sandbox.stdout, sandbox.inspect] until done }
    10.times { usable(sandbox) }
  ensure
    done = true
    reader.join
  end
end
