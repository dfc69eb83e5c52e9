# frozen_string_literal: true

require "timeout"
require "kobako"
require_relative "soak_costs"

# What the threads of a soak do: each scenario runs guests, does something to them, and checks every result.
class SoakScenarios
  include SoakCosts

  # Raised for a result that is not what it must be.
  class Wrong < StandardError; end
  # Raised into a thread whose guest computes; a StandardError could be a service's own.
  class Thrown < Exception; end # rubocop:disable Lint/InheritException

  ALL = {
    values: 20, services: 15, blocks: 12, handles: 8, runs: 8, snippets: 4, output: 4, guest_errors: 8,
    service_errors: 8, timeouts: 4, memory_limits: 4, hostile_modules: 8, bad_outcomes: 6, bad_bytecode: 3,
    handle_limit: 2, interrupted: 3, raised_into: 3, killed: 3, thrown_through: 3, forked: 1, forked_interrupted: 1,
    compacted: 1, dropped: 3, abandoned_fibers: 3, interleaved_fibers: 3, shared_sandbox: 3, nested: 3, isolated: 5,
    **SoakCosts::WEIGHTS
  }.freeze
  ROUNDS = ALL.flat_map { |name, weight| [name] * weight }.freeze

  # An object whose hash is that of what it holds.
  Record = Struct.new(:a)

  # A service with blocks, handles and errors.
  class Host
    attr_reader :name

    def initialize(name = "root") = @name = name
    def child(name) = Host.new("#{@name}/#{name}")
    def each(values, &) = values.each(&)
    def map(values, &) = values.map(&)
    def boom(message) = raise(KeyError, message)
    def leave = throw(:out, 5)
    def pause(fiber_value) = Fiber.yield(fiber_value)

    def rescuing
      yield
    rescue StandardError => e
      e.message
    end
  end

  # @return [Hash{Symbol => Integer}] invocations under :invocations, faults by kind
  attr_reader :tally

  # @param random [Random]
  # @param modules [Hash{Symbol => String}] paths of hostile wasm files, by what they do
  # @param bytecode [String]
  def initialize(random, modules, bytecode)
    @random = random
    @modules = modules
    @bytecode = bytecode
    @tally = Hash.new(0)
    @kept = Hash.new { |kept, options| kept[options] = sandbox(**options) }
  end

  # Runs one scenario.
  #
  # @return [Symbol] which
  def step
    ROUNDS[@random.rand(ROUNDS.size)].tap { |name| send(name) }
  end

  private

  ROOMY = { timeout: 300.0, memory_limit: 8 << 20 }.freeze

  def sandbox(**options)
    Kobako::Sandbox.new(**ROOMY, **options).tap do |sandbox|
      sandbox.define(:Host).bind(:Root, Host.new).bind(:Echo, ->(*args, **words) { [args, words] })
             .bind(:Struct, ->(a) { Record.new(a) }).bind(:Wrong, ->(object) { object.missing })
      sandbox.preload(code: "Sum = ->(*args) { args.sum }\nPair = ->(a, k) { [k, a] }", name: :Sums)
    end
  end

  def kept(**options) = @kept[options]

  def guest(code, sandbox = kept)
    @tally[:invocations] += 1
    sandbox.eval(code)
  end

  def injected(kind) = @tally[kind] += 1
  def number = @random.rand(1 << 40)

  def same(expected, actual)
    raise Wrong, "expected #{expected.inspect}, got #{actual.inspect}" unless expected.eql?(actual)
  end

  # The error must be one of this very class, and the sandbox usable afterwards.
  def fails(kind, error_class, sandbox = kept)
    injected(kind)
    @tally[:invocations] += 1
    begin
      value = yield sandbox
    rescue Exception => e # rubocop:disable Lint/RescueException
      raise e unless e.instance_of?(error_class)
    else
      raise Wrong, "expected a #{error_class}, got #{value.inspect}"
    end
    usable(sandbox)
    e
  end

  def usable(sandbox)
    a = number
    same(a + 1, guest("#{a} + 1", sandbox))
  end

  def values
    a = number
    text = "é#{a}\0"
    same([a, a.to_f, text, [nil, { k: [a] }], :"s#{a}"],
         guest("[#{a}, #{a}.to_f, \"é#{a}\\0\", [nil, { k: [#{a}] }], :s#{a}]"))
    same((0...a % 500).sum, guest("(0...#{a % 500}).inject(0) { |x, y| x + y }"))
  end

  def services
    a = number
    same([[a, [a, "x"]], { k: { "s" => a } }], guest("Host::Echo.call(#{a}, [#{a}, 'x'], k: { 's' => #{a} })"))
    same(100 * a, guest("n = 0; 100.times { n += Host::Echo.call(#{a})[0][0] }; n"))
  end

  def blocks
    a = number
    same([1, 2, 3].map { |x| x * a }, guest("Host::Root.map([1, 2, 3]) { |x| x * #{a} }"))
    same(a, guest("Host::Root.each([1, 2]) { |x| break #{a} }"))
    same("m#{a}", guest("Host::Root.rescuing { raise 'm#{a}' }"))
    same([[1, 2]], guest("Host::Root.map([[1, 2]]) { |x| Host::Root.map(x) { |y| y } }"))
  end

  def handles
    a = number
    same("root/a/#{a}", guest("Host::Root.child('a').child('#{a}').name"))
    same("root/#{a}", guest("[{ h: Host::Root.child('#{a}') }]")[0][:h].name)
  end

  def runs
    a = number
    @tally[:invocations] += 2
    same(a + 3, kept.run(:Sum, a, 1, 2))
    same([{ k: [a] }, a], kept.run(:Pair, a, k: [a]))
  end

  def snippets
    a = number
    made = sandbox.preload(code: "Own = -> { #{a} }; $calls = 0", name: :Own).preload(binary: @bytecode)
    2.times do
      same([a, 1], guest("[Own.call, $calls += 1]", made))
      same(a * 2, made.run(:Double, a))
      @tally[:invocations] += 1
    end
  end

  def output
    a = number
    limited = kept(stdout_limit: 1000)
    same(nil, guest("puts '#{a}'; 5000.times { print 'x' }; warn 'w#{a}'", limited))
    same(["#{a}\n#{"x" * 1000}"[0, 1000], true, "w#{a}\n"], [limited.stdout, limited.stdout_truncated?, limited.stderr])
  end

  def guest_errors
    a = number
    error = fails(:guest_error, Kobako::SandboxError) { |sandbox| sandbox.eval("raise ArgumentError, 'a#{a}'") }
    same(["ArgumentError", "a#{a}"], [error.klass, error.message])
    error = fails(:guest_stack_overflow, Kobako::SandboxError) { |sandbox| sandbox.eval("def f(x) = f(x) + 1; f(1)") }
    same("SystemStackError", error.klass)
    fails(:syntax_error, Kobako::SandboxError) { |sandbox| sandbox.eval("[#{a}") }
  end

  def service_errors
    a = number
    error = fails(:service_error, Kobako::ServiceError) { |sandbox| sandbox.eval("Host::Root.boom('b#{a}')") }
    same([KeyError, "b#{a}"], [error.cause.class, error.cause.message])
    same("KeyError: b#{a}", guest("begin; Host::Root.boom('b#{a}'); rescue Kobako::ServiceError => e; e.message; end"))
  end

  def timeouts
    quick = kept(timeout: 0.005 + (@random.rand * 0.02))
    @kept.shift if @kept.size > 10
    injected(:timeout)
    @tally[:invocations] += 1
    quick.eval(["loop {}", "Host::Root.each([1]) { loop {} }", "loop { Host::Echo.call(1) }"][@random.rand(3)])
    raise Wrong, "expected a TimeoutError"
  rescue Kobako::TimeoutError
    nil
  end

  def memory_limits
    fails(:memory_limit, Kobako::MemoryLimitError, kept(memory_limit: 1 << 20)) do |sandbox|
      sandbox.eval("s = 'x' * 1000; loop { s << s }")
    end
  end

  def hostile_modules
    kind = %i[unreachable exit outside tag grown][@random.rand(5)]
    expected = kind == :grown ? Kobako::MemoryLimitError : Kobako::TrapError
    hostile(kind, expected)
  end

  def bad_outcomes
    hostile(%i[undecodable deep][@random.rand(2)], Kobako::Transport::Error)
  end

  def hostile(kind, expected)
    injected(:"hostile_#{kind}")
    made = @hostile&.fetch(kind, nil) || Kobako::Sandbox.new(wasm_path: @modules.fetch(kind), memory_limit: 1 << 20)
    (@hostile ||= {})[kind] = made
    @tally[:invocations] += 2
    begin
      raise Wrong, "expected a #{expected}, got #{made.eval("attack").inspect}"
    rescue Kobako::Error => e
      raise e unless e.instance_of?(expected)
    end
    same(42, made.eval("good"))
  end

  def bad_bytecode
    damaged = sandbox.preload(binary: @bytecode[0, @random.rand(@bytecode.bytesize)])
    injected(:bad_bytecode)
    @tally[:invocations] += 1
    damaged.run(:Double, 2)
    raise Wrong, "expected a BytecodeError"
  rescue Kobako::BytecodeError
    nil
  end

  def handle_limit
    fails(:handle_limit, Kobako::HandlerExhaustedError, kept(max_handles: 5)) do |sandbox|
      sandbox.eval("9.times { |n| Host::Root.child(n.to_s) }")
    end
  end

  ENDLESS = ["loop {}", "Host::Root.each([1]) { loop {} }", "loop { Host::Echo.call('x') }",
             "a = [1] while true"].freeze

  def interrupted
    fails(:interrupt, Timeout::Error) do |sandbox|
      Timeout.timeout(0.001 + (@random.rand * 0.01)) { sandbox.eval(ENDLESS[@random.rand(4)]) }
    end
  end

  def raised_into
    sandbox = kept
    victim = quiet_thread { sandbox.eval(ENDLESS[@random.rand(4)]) }
    sleep(@random.rand * 0.01)
    victim.raise(Thrown, "now")
    fails(:thread_raise, Thrown, sandbox) { victim.value }
  end

  def killed
    sandbox = kept
    begun = Queue.new
    ended = false
    victim = quiet_thread do
      begun << true
      sandbox.eval(ENDLESS[@random.rand(4)])
    ensure
      ended = true
    end
    begun.pop
    sleep(@random.rand * 0.01)
    injected(:thread_kill)
    victim.kill.join
    same(true, ended)
    usable(sandbox)
  end

  def quiet_thread(&) = Thread.new(&).tap { |thread| thread.report_on_exception = false }

  def thrown_through
    injected(:throw)
    @tally[:invocations] += 1
    same(5, catch(:out) { kept.eval("Host::Root.each([1]) { Host::Root.leave }") })
    usable(kept)
  end

  def forked
    injected(:fork)
    a = number
    child do
      same(a, Kobako::Sandbox.new.eval(a.to_s))
      timeouts
      memory_limits
      3.times { services && blocks && isolated }
    end
  end

  def forked_interrupted
    injected(:signal)
    reader, writer = IO.pipe
    # `getbyte` reads into memory that another thread's GC.compact does not close.
    child(-> { reader.getbyte && sleep(@random.rand * 0.01) && :INT }) do
      trap("INT", "DEFAULT")
      begin
        writer << "."
        kept.eval("loop {}")
        raise Wrong, "the guest ended"
      rescue Interrupt
        usable(kept)
      end
    end
  ensure
    [reader, writer].each(&:close)
  end

  # Runs the block in a child, which must end well within 300 s. Of what a child does whose parent was killed,
  # nobody hears.
  def child(signal = nil)
    parent = Process.pid
    pid = fork do
      trap("INT", "IGNORE")
      yield
      exit!(0)
    rescue Exception => e # rubocop:disable Lint/RescueException
      warn("in a child: #{e.full_message(highlight: false)}") if Process.ppid == parent
      exit!(1)
    end
    name = signal&.call
    Process.kill(name, pid) if name
    Timeout.timeout(300, Wrong, "a child hangs") { Process.wait(pid) }
    raise Wrong, "a child ended with #{$CHILD_STATUS}" unless $CHILD_STATUS.success?
  rescue Wrong
    Process.kill(:KILL, pid) rescue nil # rubocop:disable Style/RescueModifier
    raise
  end

  def compacted
    injected(:gc_compact)
    same([1, 2], guest("Host::Root.map([1, 2]) { |x| x }"))
    GC.compact
    handles
  end

  def dropped
    injected(:dropped_sandbox)
    20.times { sandbox }
    usable(sandbox)
    @kept.clear if @random.rand(10).zero?
  end

  def abandoned_fibers
    injected(:abandoned_fiber)
    made = sandbox
    @tally[:invocations] += 1
    same(7, Fiber.new { made.eval("Host::Root.pause(7)") }.resume)
  end

  def interleaved_fibers
    a = number
    fibers = Array.new(3) do |index|
      made = sandbox
      @tally[:invocations] += 1
      Fiber.new { made.eval("x = #{a + index}; [x, Host::Root.pause(#{index}), x]") }
    end
    same([0, 1, 2], fibers.map(&:resume))
    [1, 0, 2].each { |index| same([a + index, index * 9, a + index], fibers[index].resume(index * 9)) }
  end

  def shared_sandbox
    sandbox = kept
    results = Array.new(3) do |index|
      quiet_thread do
        Array.new(5) do
          @tally[:invocations] += 1
          sandbox.eval("Host::Echo.call(#{index})[0][0]") == index || "wrong"
        rescue Kobako::Error => e
          e.instance_of?(Kobako::Error) ? :busy : e.full_message
        end
      end
    end.flat_map(&:value)
    injected(:busy_sandbox) if results.include?(:busy)
    same([], results - [true, :busy])
    usable(sandbox)
  end

  def nested
    inner = kept(max_handles: 10)
    outer = Kobako::Sandbox.new(**ROOMY)
    outer.define(:Host).bind(:Inner, ->(code) { guest(code, inner) })
    a = number
    same([a, [a]],
         guest("[Host::Inner.call('#{a}'), Host::Inner.call('Host::Root.map([#{a}]) { |x| x }')]", outer))
  end

  def isolated
    same([nil, false, 3], guest("r = [$left, Object.const_defined?(:Left), 'abc'.size]; $left = 1; Left = 2; " \
                                "class String; def size = 9; end; r"))
  end
end
