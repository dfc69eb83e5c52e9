# frozen_string_literal: true

require "support/fiber_scheduler"
require "support/hostile_module"
require "support/processes"

RSpec.describe "Invocations on the fibers of one thread" do
  include HostileModule
  include Processes

  # Runs the block with a scheduler of its own; what it schedules has ended afterwards.
  def scheduled
    Thread.new do
      Fiber.set_scheduler(FiberScheduler.new)
      yield
    end.join
  end

  def sandbox(timeout: 600, **services)
    Kobako::Sandbox.new(timeout:).tap do |sandbox|
      services.each { |name, service| sandbox.define(:Host).bind(name, service) }
    end
  end

  it "interleave 100 whose services sleep: each until all are there" do
    ended = []
    inside = 0
    meet = lambda do
      inside += 1
      wait_until { inside == 100 }
    end
    scheduled do
      100.times do |number|
        sleeping = sandbox(Meet: meet)
        Fiber.schedule do
          ended << [number, sleeping.eval("Host::Meet.call; print #{number}; #{number}"), sleeping.stdout]
        end
      end
    end

    expect(ended.sort).to eq(Array.new(100) { |number| [number, number, number.to_s] })
  end

  it "end in any order" do
    ended = []
    scheduled do
      [3, 1, 2, 0].each do |turn|
        sleeping = sandbox(Wait: ->(number) { wait_until { ended.size == number } || number })
        Fiber.schedule { ended << sleeping.eval("Host::Wait.call(#{turn})") }
      end
    end

    expect(ended).to eq([0, 1, 2, 3])
  end

  it "go on when what their services read arrives" do
    ended = []
    pipes = Array.new(20) { IO.pipe }
    scheduled do
      pipes.each_with_index do |(reader, _), number|
        reading = sandbox(Line: -> { reader.gets })
        Fiber.schedule { ended << [number, reading.eval("Host::Line.call + Host::Line.call")] }
      end
      Fiber.schedule do
        2.times do |turn|
          pipes.reverse_each.with_index do |(_, writer), n|
            sleep(0.001) && writer.puts("#{turn}:#{19 - n}")
          end
        end
      end
    end

    expect(ended).to eq(19.downto(0).map { |number| [number, "0:#{number}\n1:#{number}\n"] })
  ensure
    pipes.flatten.each(&:close)
  end

  it "interleave in the blocks of services that sleep around them" do
    ended = []
    inside = 0
    # Around the first block and within it, each waits until all are there.
    meet = lambda do |total|
      inside += 1
      wait_until { inside >= total }
    end
    each = lambda do |count, &block|
      meet.call(50)
      Array.new(count) { |turn| sleep(0.002) && block.call(turn) }
    end
    nap = lambda do |value|
      value.last.zero? ? meet.call(100) : sleep(0.002)
      value
    end
    scheduled do
      50.times do |number|
        yielding = sandbox(Each: each, Nap: nap)
        Fiber.schedule do
          ended << yielding.eval("Host::Each.call(3) { |turn| Host::Nap.call([#{number}, turn]) }")
        end
      end
    end

    expect(ended.sort).to eq(Array.new(50) { |number| Array.new(3) { |turn| [number, turn] } })
  end

  it "time out one by one while others sleep" do
    ended = []
    scheduled do
      sleeping = sandbox(Wait: -> { wait_until { ended.size == 3 } || 1 })
      Fiber.schedule { ended << sleeping.eval("Host::Wait.call") }
      { "loop {}" => 0.05, "Host::Nap.call(0.1); loop {}" => 0.15,
        "Host::Nap.call(0.1)" => 0.05 }.each do |code, timeout|
        late = sandbox(timeout:, Nap: ->(seconds) { sleep(seconds) && seconds })
        Fiber.schedule do
          late.eval(code)
        rescue Kobako::TimeoutError
          ended << [code, unhurried(late, "6 * 7")]
        end
      end
    end

    expect(ended).to contain_exactly(1, ["loop {}", 42], ["Host::Nap.call(0.1); loop {}", 42],
                                     ["Host::Nap.call(0.1)", 42])
    expect(ended.last).to eq(1)
  end

  it "wait for what another thread gives them" do
    ended = []
    queues = Array.new(10) { Thread::Queue.new }
    giver = Thread.new { queues.reverse_each.with_index { |queue, number| sleep(0.002) && (queue << number) } }
    scheduled do
      queues.each do |queue|
        waiting = sandbox(Take: -> { queue.pop })
        Fiber.schedule { ended << waiting.eval("Host::Take.call * 2") }
      end
    end
    giver.join

    expect(ended).to match_array(Array.new(10) { |number| number * 2 })
  end

  it "run in one sandbox while another fiber waits there for a service" do
    shared = sandbox(Nap: -> { sleep(0.05) && :woken })
    order = []
    scheduled do
      Fiber.schedule { order << shared.eval("Host::Nap.call") }
      Fiber.schedule { order << shared.eval("1") }
    end

    expect(order).to eq([1, :woken])
    expect(shared.eval("6 * 7")).to eq(42)
  end

  # A word that was left on the stack may keep an object for a while.
  def collect
    20.times do
      Thread.new { GC.start }.join
      break if yield
    end
  end

  it "interleave without a scheduler and end in another order" do
    fibers = Array.new(3) do |number|
      waiting = sandbox(Wait: -> { Fiber.yield(number) })
      Fiber.new { waiting.eval("Host::Wait.call + #{number}") }
    end

    expect(fibers.map(&:resume)).to eq([0, 1, 2])
    expect([1, 0, 2].map { |number| fibers[number].resume(10) }).to eq([11, 10, 12])
  end

  it "give their place back when a fiber that waits in a service is forgotten" do
    path = file_of(dispatching_module)
    12.times do
      100.times { Fiber.new { invoke(waiting_runtime(path)) }.resume }
      GC.start
    end

    expect(invoke(waiting_runtime(path) { "\xc0".b })).to eq(42)
  end

  it "give their place back when a thread ended whose fiber waits in a service" do
    waiting = sandbox(Wait: -> { Fiber.yield })
    before = Kobako::Runtime.slots_in_use
    Thread.new { Fiber.new { waiting.eval("Host::Wait.call") }.resume }.join

    expect(waiting.eval("6 * 7")).to eq(42)
    collect { Kobako::Runtime.slots_in_use <= before }
    expect(Kobako::Runtime.slots_in_use).to be <= before
  end

  it "are refused with a clear error when there are more at once than places, and work again afterwards" do
    path = file_of(dispatching_module)
    GC.start
    fibers = []
    refusal = begin
      loop { fibers << Fiber.new { invoke(waiting_runtime(path)) }.tap(&:resume) }
    rescue Kobako::Error => e
      e
    end

    expect(fibers.size).to be > 400
    expect(refusal).to be_an_instance_of(Kobako::Error)
      .and have_attributes(message: /\d+ invocations are running at once/)
    expect { sandbox.eval("1") }.to raise_error(an_instance_of(Kobako::Error), /are running at once/)
    expect(fibers.map { |fiber| fiber.resume(:go) }.uniq).to eq([42])
    expect(sandbox.eval("6 * 7")).to eq(42)
  end

  # A module whose guest calls a service once.
  def dispatching_module
    HostileModule.assemble(HostileModule.wat(eval: "(drop (call $dispatch (i32.const 64) (i32.const 1)))"))
  end

  def waiting_runtime(path, &answer)
    runtime = Kobako::Runtime.from_path(path, nil, nil, 1, 1)
    answer ||= -> { Fiber.yield && "\xc0".b }
    runtime.on_dispatch = ->(_request) { answer.call }
    runtime
  end

  def invoke(runtime) = runtime.eval("attack")
end
