# frozen_string_literal: true

# What this process takes of the machine.
module MemoryUse
  # Bytes in memory, after collections.
  def resident
    3.times { GC.start }
    File.read("/proc/self/statm").split[1].to_i * 4096
  end

  # How many Symbols there are after collections.
  def symbols
    3.times { GC.start }
    Symbol.all_symbols.size
  end
end
