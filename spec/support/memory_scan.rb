# frozen_string_literal: true

require "support/hostile_module"

# A guest that writes a pattern over 2 MiB of its memory, given and grown, or looks for it there. For groups
# that include {HostileModule}.
module MemoryScan
  PAGES = 16
  FIRST = 65_536

  # @return [Kobako::Sandbox] that evals "write" to 2, and "look" to whether there is any byte of another invocation:
  #   0 or 1
  def scanning_sandbox
    hostile_sandbox({ memory_limit: 64 << 20 },
                    memory: %[(memory (export "memory") #{PAGES + 1})], fields: SCAN,
                    eval: "(if (i32.eq (i32.load8_u (i32.const 25)) (i32.const #{"w".ord})) " \
                          "(then (call $write)) (else (call $look)))",
                    take_outcome: HostileModule.packed(128, 2))
  end

  SCAN = <<~WAT.freeze
    (data (i32.const 128) "\\01\\02")
    (func $size (result i32) (i32.mul (memory.size) (i32.const 65536)))
    (func $write
      (drop (memory.grow (i32.const #{PAGES})))
      (memory.fill (i32.const #{FIRST}) (i32.const 0x5a) (i32.sub (call $size) (i32.const #{FIRST}))))
    (func $look (local $at i32)
      (drop (memory.grow (i32.const #{PAGES})))
      (i32.store8 (i32.const 129) (i32.const 0))
      (local.set $at (i32.const #{FIRST}))
      (loop $next
        (if (i64.ne (i64.load (local.get $at)) (i64.const 0)) (then (i32.store8 (i32.const 129) (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $next (i32.lt_u (local.get $at) (call $size)))))
  WAT
end
