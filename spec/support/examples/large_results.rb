# frozen_string_literal: true

require "support/interrupts"

# For groups that include {Interrupts}.
RSpec.shared_examples "the decoding of a large result" do |kind, size|
  it "ends the decoding of a result of #{size} elements before all of them are read" do
    sandbox = leaving_long_array(size)
    total = elapsed { sandbox.eval("attack") }
    @delay = total / 4
    read = []
    # The interrupt comes in one of them, however long the first takes.
    expect_interrupted(kind, sandbox) { loop { read << allocated_by { sandbox.eval("attack") } } }

    expect(@unfinished.size).to eq(3)
    # One may come in the moment after the last element.
    expect(@unfinished.sort.first(2)).to all(be < size)
    expect(@unfinished.max).to be > 1_000
    expect(read).to all(be >= size)
    expect(sandbox.eval("good")).to eq(42)
  end

  # Objects that came to be in the block; if that was left, they are in @unfinished.
  def allocated_by
    before = allocated
    yield
    finished = true
    allocated - before
  ensure
    (@unfinished ||= []) << (allocated - before) unless finished
  end

  def allocated = GC.stat(:total_allocated_objects)

  # A sandbox whose result is an Array of `size` empty Arrays, which the guest has ready at once.
  def leaving_long_array(size)
    head = "\x01\xdd".b + [size].pack("N")
    hostile_sandbox({ timeout: 600 }, memory: '(memory (export "memory") 240)',
                                      eval: "(memory.fill (i32.const #{1024 + head.bytesize}) (i32.const 0x90) " \
                                            "(i32.const #{size}))",
                                      fields: %[(data (i32.const 1024) "#{HostileModule.literal(head)}")],
                                      take_outcome: HostileModule.packed(1024, size + head.bytesize))
  end
end
