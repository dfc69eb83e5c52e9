# frozen_string_literal: true

require "support/hostile_module"
require "support/processes"
require "support/memory_use"

RSpec.describe "A guest that is stopped" do
  include MemoryUse
  include HostileModule
  include Processes

  let(:forever) { "(loop (br 0))" }
  let(:trap_error) { an_instance_of(Kobako::TrapError) }

  describe "by its own code" do
    {
      "an unreachable instruction" => ["unreachable", /unreachable/],
      "a division by zero" => ["(drop (i32.div_u (i32.const 1) (i32.const 0)))", /divide by zero/],
      "a read past its memory" => ["(drop (i64.load (i32.const 0x1fffc)))", /out of bounds memory/],
      "a write at the end of the address space" => ["(i32.store (i32.const -1) (i32.const 7))", /out of bounds memory/],
      "a read whose offset overflows" => ["(drop (i32.load offset=4294967295 (i32.const -1)))", /out of bounds memory/],
      "a copy past its memory" => ["(memory.copy (i32.const 0) (i32.const 8) (i32.const -1))", /out of bounds memory/],
      "a call through an empty table" => ["(call_indirect (i32.const 0))", /out of bounds|undefined element/],
      "a conversion out of range" => ["(drop (i32.trunc_f64_s (f64.const nan)))", /invalid conversion/]
    }.each do |kind, (body, reason)|
      it "is a TrapError for #{kind} in eval, in the start function, in _initialize" do
        table = "(table 0 funcref)"

        %i[eval start initialize].each do |place|
          expect { attack(hostile_sandbox(place => body, fields: table)) }
            .to raise_error(trap_error, /\ASandbox#eval failed: .*#{reason}/)
        end
      end
    end

    it "is a TrapError for a trap while it hands over its outcome" do
      expect { attack(hostile_sandbox(take_outcome: "unreachable")) }.to raise_error(trap_error, /unreachable/)
    end

    it "is a TrapError for infinite recursion, and Ruby's own stack overflow works afterwards" do
      sandbox = hostile_sandbox(eval: "(drop (call $deep (i32.const 0)))", fields: <<~WAT)
        (func $deep (param i32) (result i32) (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
      WAT
      endless = ->(depth) { endless.call(depth + 1) + 1 }

      expect { attack(sandbox) }.to raise_error(trap_error, /call stack exhausted/)
      expect { endless.call(0) }.to raise_error(SystemStackError)
      sound(sandbox)
    end

    it "is a TrapError for recursion with wide frames" do
      each = ->(text) { (0...400).map { |index| format(text, index:) }.join }
      sandbox = hostile_sandbox(eval: "(call $wide)", fields: <<~WAT)
        (func $wide #{"(local i64)" * 400}
          #{each["(local.set %<index>d (i64.load (i32.const %<index>d)))"]}
          (call $wide)
          #{each["(i64.store (i32.const %<index>d) (local.get %<index>d))"]})
      WAT

      expect { attack(sandbox) }.to raise_error(trap_error, /call stack exhausted/)
    end

    it "is a TrapError for an exception that nothing catches" do
      text = HostileModule.wat(eval: "(throw $tag (i32.const 7))", fields: "(tag $tag (param i32))")
      sandbox = Kobako::Sandbox.new(wasm_path: file_of(HostileModule.assemble(text, "--enable-exceptions")))

      expect { attack(sandbox) }.to raise_error(trap_error, /exception/)
    end

    [0, 1, 7, 125].each do |status|
      it "is a TrapError for an exit with status #{status}, and the process lives" do
        expect { attack(with_wasi(:proc_exit, "i32", "", "(call $proc_exit (i32.const #{status}))")) }
          .to raise_error(trap_error, "Sandbox#eval failed: guest exited with status #{status}")
      end
    end

    [126, 200, -1].each do |status|
      it "is a TrapError for an exit with #{status}, which is no exit status" do
        expect { attack(with_wasi(:proc_exit, "i32", "", "(call $proc_exit (i32.const #{status}))")) }
          .to raise_error(trap_error, /\ASandbox#eval failed: /)
      end
    end
  end

  describe "by its timeout" do
    %i[eval start initialize take_outcome].each do |place|
      it "is a TimeoutError when #{place} loops" do
        body = place == :take_outcome ? "(loop (br 0)) (i64.const 0)" : forever
        sandbox = hostile_sandbox({ timeout: 0.05 }, place => body)
        error = nil
        used = spent do
          attack(sandbox)
        rescue Kobako::TimeoutError => e
          error = e
        end

        expect(error.message).to match(/\ASandbox#eval failed: guest ran for \d+\.\d+ s, timeout is 0\.05 s/)
        expect(Float(error.message[/ran for (\S+)/, 1])).to be >= 0.05
        expect(used).to be < allowed(5)
      end
    end

    it "is a TimeoutError for recursion without a loop" do
      sandbox = hostile_sandbox({ timeout: 0.05 }, eval: "(call $twice (i32.const 60))", fields: <<~WAT)
        (func $twice (param i32)
          (if (local.get 0) (then
            (call $twice (i32.sub (local.get 0) (i32.const 1)))
            (call $twice (i32.sub (local.get 0) (i32.const 1))))))
      WAT

      expect { attack(sandbox) }.to raise_error(Kobako::TimeoutError)
    end

    it "runs no guest code at construction" do
      expect(hostile_sandbox({ timeout: nil }, start: forever, initialize: forever)).to be_a(Kobako::Sandbox)
    end

    {
      "writing" => [:fd_write, "i32 i32 i32 i32", "i32", "(i32.const 1) (i32.const 0) (i32.const 0) (i32.const 8)"],
      "reading" => [:fd_read2, "i32 i32 i32 i32", "i32", "(i32.const 0) (i32.const 0) (i32.const 0) (i32.const 8)"],
      "asking the time" => [:clock_time_get, "i32 i64 i32", "i32", "(i32.const 0) (i64.const 0) (i32.const 8)"],
      "giving way" => [:sched_yield, "", "i32", ""],
      "waiting" => [:poll_oneoff, "i32 i32 i32 i32", "i32", "(i32.const 0) (i32.const 64) (i32.const 1) (i32.const 8)"],
      "asking for 16 MiB of entropy" => [:random_get, "i32 i32", "i32", "(i32.const 0x10000) (i32.const 0x1000000)"]
    }.each do |kind, (name, params, results, arguments)|
      it "is a TimeoutError within ten times 30 ms for #{kind} in a loop" do
        sandbox = with_wasi(name, params, results, "(loop (drop (call $#{name} #{arguments})) (br 0))",
                            { timeout: 0.05 }, memory: '(memory (export "memory") 257)')

        expect { attack(sandbox, "attack") }.to raise_error(Kobako::TimeoutError)
        used = least(below: 0.35) { spent { expect { sandbox.eval("attack") }.to raise_error(Kobako::TimeoutError) } }
        expect(sandbox.usage.wall_time).to be >= 0.05
        expect(used).to be < allowed(0.35)
      end
    end
  end

  describe "by its memory limit" do
    def growing(pages, limit, memory: HostileModule::MEMORY)
      hostile_sandbox({ memory_limit: limit }, memory:, eval: "(drop (memory.grow (i32.const #{pages})))")
    end

    it "grows to the limit, not a page more" do
      at = growing(16, 1 << 20)
      expect(attack(at)).to eq(42)
      at.eval("attack")
      expect(at.usage.memory_peak).to eq(1 << 20)

      expect { attack(growing(17, 1 << 20)) }
        .to raise_error(Kobako::MemoryLimitError, "Sandbox#eval failed: guest memory reached 1.1 MiB, " \
                                                  "memory_limit is 1.0 MiB (pass a larger memory_limit:)")
    end

    it "counts growth page by page, in pages that it could not have in part" do
      expect(attack(growing(1, 65_536))).to eq(42)
      expect { attack(growing(1, 65_535)) }.to raise_error(Kobako::MemoryLimitError, /65536 bytes.* 65535 bytes/)
    end

    it "never reports more memory than the limit" do
      sandbox = hostile_sandbox({ memory_limit: 1 << 20 }, eval: "(loop (drop (memory.grow (i32.const 3))) (br 0))")

      expect { sandbox.eval("attack") }.to raise_error(Kobako::MemoryLimitError)
      expect(sandbox.usage.memory_peak).to eq(15 << 16)
    end

    it "is a MemoryLimitError for growth to the end of the address space" do
      expect { attack(growing(65_534, 1 << 20)) }.to raise_error(Kobako::MemoryLimitError)
    end

    it "goes on, as if memory was full, after growth that no memory allows" do
      [65_535, 0x7fffffff, -1].each do |pages|
        body = "(if (i32.ne (memory.grow (i32.const #{pages})) (i32.const -1)) (then unreachable))"

        expect(attack(hostile_sandbox(eval: body))).to eq(42)
      end
    end

    it "cannot be caught by the guest" do
      sandbox = hostile_sandbox({ memory_limit: 1 << 20 }, eval: <<~WAT)
        (drop (memory.grow (i32.const 100)))
        (i32.store8 (i32.const #{HostileModule::OUTCOME + 1}) (i32.const 7))
      WAT

      expect { attack(sandbox) }.to raise_error(Kobako::MemoryLimitError)
    end

    it "counts no memory that the guest did not get" do
      sandbox = growing(16, nil, memory: '(memory (export "memory") 1 2)')
      sandbox.eval("attack")

      expect(sandbox.usage.memory_peak).to eq(0)
    end

    it "refuses a table over 65,536 elements without stopping the guest" do
      sandbox = hostile_sandbox(fields: "(table $table 1 funcref)", eval: <<~WAT)
        (if (i32.ne (table.grow $table (ref.null func) (i32.const 65535)) (i32.const 1)) (then unreachable))
        (if (i32.ne (table.grow $table (ref.null func) (i32.const 1)) (i32.const -1)) (then unreachable))
        (if (i32.ne (table.grow $table (ref.null func) (i32.const -1)) (i32.const -1)) (then unreachable))
      WAT

      expect(attack(sandbox)).to eq(42)
    end
  end

  describe "by the ABI" do
    let(:dispatch) { "(drop (call $dispatch (i32.const 64) (i32.const 1)))" }

    it "is a TrapError for a service call where there are no services" do
      %i[eval initialize].each do |place|
        expect { attack(hostile_sandbox(place => dispatch)) }
          .to raise_error(trap_error, /\ASandbox#eval failed: guest called a service/)
      end
    end

    it "is a TrapError for a service call from its start function, which is before it was entered" do
      expect { attack(hostile_sandbox(start: dispatch)) }.to raise_error(trap_error, /before the guest was entered/)
    end

    {
      "past the end of memory" => [0x1ffff, 2], "at the end of the address space" => [-1, 1],
      "longer than memory" => [0, 0x20001], "of 16 MiB and a byte" => [0, (16 << 20) + 1],
      "of 4 GiB" => [64, -1], "that wraps round the address space" => [-64, 128]
    }.each do |kind, (ptr, len)|
      it "is a TrapError for a request #{kind}" do
        body = "(drop (call $dispatch (i32.const #{ptr}) (i32.const #{len})))"

        expect do
          attack(hostile_sandbox(eval: body))
        end.to raise_error(trap_error, /\ASandbox#eval failed: wire violation/)
      end
    end

    describe "with a host that answers" do
      def run(options = {}, **parts)
        path = file_of(HostileModule.assemble(HostileModule.wat(**parts)))
        runtime = Kobako::Runtime.from_path(path, options.fetch(:timeout, 60.0), 1 << 20, 1 << 20, 1 << 20)
        runtime.on_dispatch = options.fetch(:answer) { ->(_request) { "\x92\x00\xc0".b } }
        [runtime.eval("attack"), runtime]
      ensure
        expect(unhurried_in(runtime, "good")).to eq(42)
      end

      it "gives the response" do
        requests = []
        run({ answer: ->(request) { (requests << request) && "\xc0".b } }, eval: dispatch)

        expect(requests).to eq(["\x01".b])
      end

      {
        "0" => [0, /no memory for a message of 3 bytes/], "a place past the end" => [0x20000, /outside/],
        "a place that the response runs over" => [0x1fffe, /outside/], "a place with the highest bit" => [-1, /outside/]
      }.each do |kind, (ptr, reason)|
        it "is a TrapError when alloc gives #{kind}" do
          expect { run(eval: dispatch, alloc: "(i32.const #{ptr})") }.to raise_error(trap_error, reason)
        end
      end

      describe "and a mailbox" do
        def mailbox(at, size)
          size = [size].pack("V").each_byte.map { |byte| format("\\%02x", byte) }.join
          { fields: "(global (export \"__kobako_mailbox\") i32 (i32.const #{at})) (data (i32.const 128) \"#{size}\")" }
        end

        # Ends the invocation with the bytes at the place that the response is at.
        def echo = "(i64.store (i32.const 256) (call $dispatch (i32.const 64) (i32.const 1)))"

        it "writes a response that fits there, and calls no alloc" do
          answer = { answer: ->(_) { "\x01\x07".b } }
          value, = run(answer, eval: echo, alloc: "unreachable", take_outcome: "(i64.load (i32.const 256))",
                               **mailbox(128, 2))

          expect(value).to eq(7)
        end

        { "is too small" => [128, 1], "lies past the end of memory" => [0x20000, 8],
          "has the highest bit" => [-1, 8] }.each do |kind, (at, size)|
          it "calls alloc when the mailbox #{kind}" do
            answer = { answer: ->(_) { "\x01\x07".b } }
            value, = run(answer, eval: echo, take_outcome: "(i64.load (i32.const 256))", **mailbox(at, size))

            expect(value).to eq(7)
            expect { run(answer, eval: echo, alloc: "unreachable", **mailbox(at, size)) }
              .to raise_error(trap_error, /unreachable/)
          end
        end

        it "counts the free memory that it declares as used" do
          fields = '(global (export "__kobako_mailbox") i32 (i32.const 128)) (data (i32.const 132) "\\00\\00\\00\\01")'
          path = file_of(HostileModule.assemble(HostileModule.wat(fields:)))

          expect { Kobako::Sandbox.new(wasm_path: path, memory_limit: (16 << 20) - 1).eval("good") }
            .to raise_error(Kobako::MemoryLimitError, /reached 16.0 MiB/)
          (sandbox = Kobako::Sandbox.new(wasm_path: path, memory_limit: 16 << 20)).eval("good")
          expect(sandbox.usage.memory_peak).to eq(16 << 20)
        end

        it "is a TrapError when the response runs over the end of memory" do
          lie = "(i32.store (i32.const 0x1fff7) (i32.const 100)) #{echo}"

          expect { run(eval: lie, **mailbox(0x1fff7, 0)) }.to raise_error(trap_error, /outside/)
        end
      end

      it "is a TrapError when alloc traps, and a TimeoutError when it loops" do
        expect { run(eval: dispatch, alloc: "unreachable") }.to raise_error(trap_error, /unreachable/)
        expect { run({ timeout: 0.05 }, eval: dispatch, alloc: "(loop (br 0)) (i32.const 0)") }
          .to raise_error(Kobako::TimeoutError)
      end

      it "is a TrapError when alloc calls a service, which calls alloc, and so on" do
        endless = "(drop (call $dispatch (i32.const 64) (i32.const 1))) (i32.const 4096)"

        expect { run({ timeout: 600.0 }, eval: dispatch, alloc: endless) }.to raise_error(trap_error)
      end

      it "is a TimeoutError when it calls services for ever" do
        expect { run({ timeout: 0.05 }, eval: "(loop #{dispatch} (br 0))") }.to raise_error(Kobako::TimeoutError)
      end

      it "is a TimeoutError when a service took too long, once the service came back" do
        slow = ->(_request) { sleep(0.1) && "\xc0".b }

        expect { run({ timeout: 0.05, answer: slow }, eval: dispatch) }.to raise_error(Kobako::TimeoutError)
      end

      it "ends with what the host's own code raises" do
        expect { run({ answer: ->(_request) { raise IOError, "gone" } }, eval: dispatch) }
          .to raise_error(IOError, "gone")
      end

      it "refuses to call a block that no service was given, and goes on" do
        expect { run.last.latest.yield_to_block("") }.to raise_error(Kobako::Error, /no service call is active/)
      end

      it "is a TrapError when a block's answer lies outside memory" do
        text = HostileModule.wat(eval: dispatch).sub("(result i64) (i64.const 0)", "(result i64) (i64.const -1)")
        runtime = Kobako::Runtime.from_path(file_of(HostileModule.assemble(text)), 60.0, 1 << 20, 1, 1)
        execution = runtime.execution
        runtime.on_dispatch = ->(_request) { execution.yield_to_block("\x90".b) }

        runtime.seal("", "")
        expect { runtime.eval("attack", nil, nil, execution) }.to raise_error(trap_error, /wire violation/)
      end
    end
  end

  describe "over and over" do
    it "gives back its slot and its memory, 2,000 times" do
      attacks = [
        hostile_sandbox(eval: "unreachable"),
        hostile_sandbox(eval: "(drop (memory.grow (i32.const 100)))"),
        hostile_sandbox(initialize: "unreachable"),
        hostile_sandbox(take_outcome: "(i64.const -1)"),
        hostile_sandbox(eval: "(memory.fill (i32.const 0) (i32.const 7) (i32.const 0x20000)) unreachable")
      ]
      fail_often(attacks, 400)
      before = resident
      fail_often(attacks, 400)

      expect(resident - before).to be < 4 << 20
      attacks.each { |sandbox| sound(sandbox) }
    end
  end

  # A sandbox whose guest calls one function of WASI.
  def with_wasi(name, params, results, body, options = {}, **parts) # rubocop:disable Metrics/ParameterLists
    results &&= results.empty? ? "" : "(result #{results})"
    wasi_name = name.to_s.delete_suffix("2")
    import = "(import \"wasi_snapshot_preview1\" \"#{wasi_name}\" (func $#{name} (param #{params}) #{results}))"
    hostile_sandbox(options, imports: import, eval: body, **parts)
  end

  def fail_often(sandboxes, times)
    times.times do
      sandboxes.each { |sandbox| expect { sandbox.eval("attack") }.to raise_error(Kobako::TrapError) }
    end
  end
end
