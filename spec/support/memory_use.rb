# frozen_string_literal: true

require "fiddle"

# What this process takes of the machine.
module MemoryUse
  # Gives what the C library holds free back to the system: it is nobody's, and how much there is of it varies.
  TRIM = Fiddle::Function.new(Fiddle.dlopen(nil)["malloc_trim"], [Fiddle::TYPE_SIZE_T], Fiddle::TYPE_INT)

  # Bytes in memory that are this process's own, after collections: of a mapped file the kernel maps what its cache has
  # in one piece, some MiB sooner or later.
  def resident
    3.times { GC.start }
    TRIM.call(0)
    File.read("/proc/self/status")[/^RssAnon:\s+(\d+) kB/, 1].to_i * 1024
  end

  # How many Symbols there are after collections.
  def symbols
    3.times { GC.start }
    Symbol.all_symbols.size
  end
end
