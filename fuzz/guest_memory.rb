# frozen_string_literal: true

require "tmpdir"
require "kobako"
require_relative "fuzz_host"
require_relative "fuzz_run"
require_relative "mutation"
require_relative "../spec/support/hostile_module"

# A wasm module plays the guest by a script that comes as a snippet: each time it may speak, it takes the next step
# of the script, which is a request, the end of a block or its outcome, at places that may be anywhere.
#
# The host must end each script with a value or one of its errors, soon, and be sound afterwards.
module GuestMemory
  STEPS = 64
  STEP = 16
  SCRIPT = 0x1000
  MESSAGES = 0x2000
  # Where the script with its messages ends.
  TOP = 0x6000
  MEMORY = 0x20000
  TIMEOUT = 0.02
  # Seconds of a processor by which a slow machine may be late.
  SLACK = 5
  # A step that ends what is under way: the outcome, or a block's answer.
  LEAVE = 0
  REQUEST = 1
  RECURSE = 6
  ANY = (0..9).to_a.freeze
  USUAL = [LEAVE, REQUEST, REQUEST, REQUEST, REQUEST, REQUEST, RECURSE, RECURSE].freeze

  # `step` reads what the script says next: a call and a packed pointer and length.
  TEXT = <<~WAT.freeze
    (module
      (import "env" "__kobako_dispatch" (func $dispatch (param i32 i32) (result i64)))
      (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
      (memory (export "memory") 2)
      (global $next (mut i32) (i32.const 0))
      (global $alloc (mut i32) (i32.const 0x10000))
      (func $step (result i64)
        (local $at i32) (local $call i32) (local $ptr i32) (local $len i32)
        (loop $again
          (if (i32.ge_u (global.get $next) (i32.const #{STEPS})) (then (return (i64.const 0))))
          (local.set $at (i32.add (i32.const #{SCRIPT}) (i32.mul (global.get $next) (i32.const #{STEP}))))
          (global.set $next (i32.add (global.get $next) (i32.const 1)))
          (local.set $call (i32.load (local.get $at)))
          (local.set $ptr (i32.load offset=4 (local.get $at)))
          (local.set $len (i32.load offset=8 (local.get $at)))
          (if (i32.eq (local.get $call) (i32.const 1)) (then
            (drop (call $dispatch (local.get $ptr) (local.get $len))) (br $again)))
          (if (i32.eq (local.get $call) (i32.const 2)) (then unreachable))
          (if (i32.eq (local.get $call) (i32.const 3)) (then (call $proc_exit (local.get $len))))
          (if (i32.eq (local.get $call) (i32.const 4)) (then (drop (memory.grow (local.get $len))) (br $again)))
          (if (i32.eq (local.get $call) (i32.const 5)) (then (loop (br 0))))
          (if (i32.eq (local.get $call) (i32.const 6)) (then (drop (call $step)) (br $again)))
          (if (i32.eq (local.get $call) (i32.const 7)) (then
            (drop (call $fd_write (local.get $ptr) (local.get $len) (i32.load offset=12 (local.get $at)) (i32.const 8)))
            (br $again)))
          (if (i32.eq (local.get $call) (i32.const 8)) (then
            (drop (call $fd_read (local.get $ptr) (local.get $len) (i32.load offset=12 (local.get $at)) (i32.const 8)))
            (br $again)))
          (if (i32.eq (local.get $call) (i32.const 9)) (then
            (global.set $alloc (local.get $ptr)) (br $again))))
        (i64.or (i64.shl (i64.extend_i32_u (local.get $ptr)) (i64.const 32)) (i64.extend_i32_u (local.get $len))))
      (func $read (param $at i32)
        (loop $more
          (i32.store (i32.const 0) (local.get $at))
          (i32.store (i32.const 4) (i32.sub (i32.const #{TOP + 1}) (local.get $at)))
          (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
          (local.set $at (i32.add (local.get $at) (i32.load (i32.const 8))))
          (br_if $more (i32.load (i32.const 8)))))
      (func (export "__kobako_eval")
        (call $read (i32.const %<eval>d)) (drop (call $step)))
      (func (export "__kobako_run") (param i32 i32)
        (call $read (i32.const %<run>d)) (drop (call $step)))
      (func (export "__kobako_alloc") (param $size i32) (result i32) (local $at i32)
        (local.set $at (global.get $alloc))
        (global.set $alloc (i32.add (global.get $alloc) (local.get $size)))
        (local.get $at))
      (func (export "__kobako_yield_to_block") (param i32 i32) (result i64) (call $step))
      (func (export "__kobako_take_outcome") (result i64) (call $step)))
  WAT

  # Stands for a handle in a message.
  Id = Struct.new(:add)
  IDS = Object.new.tap { |table| def table.add(id) = id.add }
  HANDLES = [1, 2, 3, 51, 0x7fffffff].map { |id| Id.new(id) }.freeze

  VALUES = [*HANDLES.first(2), nil, true, 1, -1, (2**64) - 1, 1.5, "a", "\xff".b, :b, [1, [2]], { a: 1 },
            { "k" => [nil] }].freeze
  TARGETS = (%w[Host::Echo Host::List Host::Node] * 6).push("Host::No", "\0", nil, *HANDLES).freeze
  METHODS = ((%w[call each map odd nest fail guard child hold same?] * 3) +
             ["send", "instance_eval", "no_such", "to_s", ""]).freeze
  ENDS = [Kobako::TrapError, Kobako::SandboxError, Kobako::ServiceError].freeze

  class << self
    attr_reader :tally

    def warm_up
      @folder = Dir.mktmpdir
      ENV["KOBAKO_CACHE_DIR"] = File.join(@folder, "cache")
      text = format(TEXT, eval: SCRIPT - before("1"), run: SCRIPT - before)
      File.binwrite(@path = File.join(@folder, "guest.wasm"), HostileModule.assemble(text))
      @tally = Hash.new(0)
      @live = FuzzHost.sandbox
    end

    def check(number)
      random = Random.new(number)
      image = image(random)
      sandbox = sandbox_of(image)
      problem = run(sandbox, random.rand(4).zero?)
      problem ||= "#{Kobako::Runtime.slots_in_use} slots are in use" unless Kobako::Runtime.slots_in_use.to_i.zero?
      problem ||= "the next sandbox is wrong" if (number % 16).zero? && @live.eval("Host::Echo.call(1)") != [[1], {}]
      problem && "#{problem}\nscript: #{image[0, STEPS * STEP].unpack("l<*").each_slice(4).to_a.inspect}"
    end

    private

    # Bytes of stdin before the snippet's own.
    def before(*source)
      link = sandbox_of("\0" * (TOP - SCRIPT)).instance_variable_get(:@link)
      frames = [link.bindings.encode, *source, link.snippets.encode]
      frames.sum { |frame| 4 + frame.bytesize } - (TOP - SCRIPT)
    end

    # The bytes at SCRIPT: steps, and the messages that they point at.
    def image(random)
      messages = []
      steps = Array.new(2 + random.rand(12)) { step(random, messages) }.join
      2.times { steps << [LEAVE, *place(messages, "\x01\x2a".b), 0].pack("L<4") }
      image = "\0".b * (TOP - SCRIPT)
      image[0, steps.bytesize] = steps
      messages.each { |place, bytes| image[place - SCRIPT, bytes.bytesize] = bytes }
      image = image[0, TOP - SCRIPT]
      random.rand(5).zero? ? damage(random, image) : image
    end

    def damage(random, image)
      (1 + random.rand(6)).times { image.setbyte(random.rand(STEP * 16), random.rand(256)) }
      image
    end

    def step(random, messages)
      call = pick(random, random.rand(20).zero? ? ANY : USUAL)
      bytes = message(random, call)
      place, = place(messages, bytes)
      place -= random.rand(8) if random.rand(40).zero?
      case random.rand(40)
      when 0 then [call, odd(random), odd(random), odd(random)].pack("L<4")
      when 1 then [call, place, odd(random), 1].pack("L<4")
      when 2 then [call, MEMORY - bytes.bytesize + random.rand(3), bytes.bytesize, 1].pack("L<4")
      else [call, place, bytes.bytesize, random.rand(4)].pack("L<4")
      end
    end

    # Puts the message after the others.
    def place(messages, bytes)
      at = messages.empty? ? MESSAGES : messages.last.first + messages.last.last.bytesize
      messages << [at, bytes]
      [at, bytes.bytesize]
    end

    def odd(random)
      [0, 1, 7, MEMORY - 1, MEMORY, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff8, (16 << 20) + 1,
       random.rand(1 << 32), random.rand(MEMORY)][random.rand(12)]
    end

    def message(random, call)
      bytes = call == REQUEST ? request(random) : ending(random)
      random.rand(10).zero? ? Mutation.bytes(random, bytes) : bytes
    end

    def request(random)
      encode([pick(random, TARGETS), pick(random, METHODS), Array.new(random.rand(3)) { pick(random, VALUES) },
              random.rand(4).zero? ? { k: pick(random, VALUES) } : {}, random.rand(2).zero?])
    end

    # An outcome, or the end of a block.
    def ending(random)
      record = { "origin" => pick(random, %w[guest service x]),
                 "class" => pick(random, ["E", "Kobako::ServiceError", 1]), "message" => "m",
                 "backtrace" => pick(random, [[], ["a:1"], [1], nil]), "details" => pick(random, VALUES) }
      [[1, 1, 2, 4, 3, 0, random.rand(256)][random.rand(7)]].pack("C") +
        encode(random.rand(2).zero? ? record : pick(random, VALUES))
    end

    def encode(value) = Kobako::Codec::Encoder.encode(value, IDS)
    def pick(random, list) = list[random.rand(list.size)]

    def sandbox_of(image)
      FuzzHost.sandbox(wasm_path: @path || Kobako::Sandbox::DEFAULT_WASM_PATH, timeout: TIMEOUT,
                       memory_limit: 1 << 20, max_handles: 50).preload(binary: image)
    end

    def run(sandbox, by_run)
      started = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID)
      problem = ended { by_run ? sandbox.run(:X, 1, k: Object.new) : sandbox.eval("1") }
      time = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID) - started
      problem || (time > TIMEOUT + SLACK ? "it took #{time} s" : nil)
    end

    def ended
      yield
      @tally["value"] += 1
      nil
    rescue StandardError, SystemStackError => e
      @tally[e.message[0, 40]] += 1
      "it ended with #{e.full_message(highlight: false)}" unless ENDS.any? { |end_of| e.is_a?(end_of) }
    end
  end
end

if $PROGRAM_NAME == __FILE__
  FuzzRun.main("guest memory", GuestMemory.method(:warm_up)) { |number| GuestMemory.check(number) }
end
