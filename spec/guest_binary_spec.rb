# frozen_string_literal: true

require_relative "../rakelib/support/guest_digest"
require_relative "support/wasm_interface"

RSpec.describe "data/kobako.wasm" do
  root = File.expand_path("..", __dir__)
  binary = File.binread(File.join(root, "data/kobako.wasm"))
  interface = WasmInterface.new(GuestDigest.sections(binary))

  it "is built from the sources of this tree (run `rake guest:build` when they change)" do
    expect(GuestDigest.of_binary(binary)).to eq(GuestDigest.of_tree(root))
  end

  it "exports memory, mailbox, stack, what it read, what translations need and the ABI, and nothing else" do
    expect(interface.exports).to eq(
      "memory" => :memory,
      "__kobako_mailbox" => :global,
      "__kobako_pieces" => :global,
      "__stack_high" => :global,
      "kobako_tier" => :global,
      "__indirect_function_table" => :table,
      "__kobako_alloc" => { %i[i32] => %i[i32] },
      "__kobako_backtrace" => { [] => %i[i64] },
      "__kobako_bind" => { %i[i32 i32] => %i[i32] },
      "__kobako_bytecode" => { [] => [] },
      "__kobako_check" => { [] => [] },
      "__kobako_compile" => { [] => %i[i32] },
      "__kobako_eval" => { [] => [] },
      "__kobako_prepare" => { [] => %i[i32] },
      "__kobako_run" => { %i[i32 i32] => [] },
      "__kobako_take_outcome" => { [] => %i[i64] },
      "__kobako_yield_to_block" => { %i[i32 i32] => %i[i64] }
    )
  end

  it "imports the service call, and of WASI a clock and entropy that the host makes, no file and no socket" do
    expect(interface.imports).to eq(
      "env" => { "__kobako_dispatch" => { %i[i32 i32] => %i[i64] } },
      "wasi_snapshot_preview1" => {
        "clock_time_get" => { %i[i32 i64 i32] => %i[i32] },
        "fd_read" => { %i[i32 i32 i32 i32] => %i[i32] },
        "fd_write" => { %i[i32 i32 i32 i32] => %i[i32] },
        "random_get" => { %i[i32 i32] => %i[i32] }
      }
    )
  end

  it "keeps its state in its memory: beside it, only the stack pointer and nothing else can change" do
    expect(interface.variables).to eq([:i32])
    expect(interface.tables).to all(satisfy("be of a fixed size") { |least, most| least == most })
  end

  it "has no start function" do
    expect(interface.start?).to be(false)
  end
end
